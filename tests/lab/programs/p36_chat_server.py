import asyncio

rooms = {}


async def chat(reader, writer):
    name = (await reader.readline()).decode().strip()
    rooms[name] = writer
    try:
        async for line in reader:
            for other, out in rooms.items():
                if other != name:
                    out.write(f"{name}: {line.decode()}".encode())
                    await out.drain()
    finally:
        del rooms[name]
        writer.close()


async def person(name, lines, heard):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8804)
    writer.write(f"{name}\n".encode())
    await asyncio.sleep(0.1)
    for line in lines:
        writer.write(f"{line}\n".encode())
        await writer.drain()
        await asyncio.sleep(0.1)
    try:
        while True:
            heard.append((name, await asyncio.wait_for(reader.readuntil(b"\n"), 0.3)))
    except (TimeoutError, asyncio.IncompleteReadError) as error:
        heard.append((name, type(error).__name__))
    writer.close()


async def main():
    server = await asyncio.start_server(chat, "127.0.0.1", 8804)
    heard = []
    async with server:
        await asyncio.gather(person("ida", ["hi", "tea?"], heard), person("ole", ["yes"], heard))
    for entry in sorted(heard, key=str):
        print(entry)
    big = b"x" * 500_000
    async def send(reader, writer):
        writer.write(big)
        await writer.drain()
        writer.close()
    server = await asyncio.start_server(send, "127.0.0.1", 8805, limit=1000)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8805)
    print(len(await reader.readexactly(1000)), len(await reader.read()), reader.at_eof())
    server.close()


asyncio.run(main())
