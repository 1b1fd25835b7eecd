import asyncio


async def download(name, parts):
    done = 0
    try:
        while done < parts:
            await asyncio.sleep(0.4)
            done += 1
            print(f"{name}: {done}/{parts}")
        return done
    except asyncio.CancelledError:
        await asyncio.sleep(0.1)
        print(f"{name}: {done} saved")
        raise
    finally:
        print(f"{name}: closed")


async def main():
    film = asyncio.create_task(download("film", 10), name="film")
    song = asyncio.create_task(download("song", 3), name="song")
    await asyncio.sleep(1)
    film.cancel("enough")
    try:
        await film
    except asyncio.CancelledError as error:
        print(f"film: {error!r}")
    print(f"song: {await song}")
    print(film.cancelled(), song.cancelled())


asyncio.run(main())
