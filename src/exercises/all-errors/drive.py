async def main(program, sites):
    try:
        return await program.check_all(sites)
    except BaseExceptionGroup as group:
        return sorted(messages(group))
    except Exception as error:
        return f"not a group: {error!r}"


def messages(error):
    if isinstance(error, BaseExceptionGroup):
        return [text for one in error.exceptions for text in messages(one)]
    return [f"{type(error).__name__}: {error}"]
