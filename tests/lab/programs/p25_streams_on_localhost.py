import asyncio


async def handle(reader, writer):
    peer = writer.get_extra_info("peername")[0]
    while line := await reader.readline():
        text = line.decode().rstrip()
        print(f"server got {text!r} from {peer}")
        await asyncio.sleep(0.1)
        writer.write(text.upper().encode() + b"\n")
        await writer.drain()
    print("server sees the end")
    writer.close()
    await writer.wait_closed()


async def client(name):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    for word in ("one", "two"):
        writer.write(f"{name} {word}\n".encode())
        await writer.drain()
        print(name, "hears", (await reader.readline()).decode().strip())
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8888)
    print([sock.getsockname() for sock in server.sockets], server.is_serving())
    ticking = asyncio.create_task(asyncio.sleep(100))
    async with server:
        await client("ida")
        await asyncio.gather(client("ole"), client("eva"))
    ticking.cancel()
    try:
        await asyncio.open_connection("127.0.0.1", 9)
    except OSError as error:
        print(type(error).__name__, error)


asyncio.run(main())
