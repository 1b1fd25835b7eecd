import asyncio


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        print("made", transport.get_extra_info("sockname"))

    def data_received(self, data):
        print("got", data)
        self.transport.write(data[::-1])

    def eof_received(self):
        print("eof")

    def connection_lost(self, error):
        print("lost", error)


class Datagrams(asyncio.DatagramProtocol):
    def __init__(self, done):
        self.done = done

    def datagram_received(self, data, address):
        print("datagram", data)
        self.done.set_result(data)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "localhost", 8801)
    reader, writer = await asyncio.open_connection("localhost", 8801)
    writer.write(b"hello")
    writer.write_eof()
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    done = loop.create_future()
    receiver, _ = await loop.create_datagram_endpoint(lambda: Datagrams(done), local_addr=("127.0.0.1", 8802))
    sender, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, remote_addr=("127.0.0.1", 8802))
    sender.sendto(b"ping")
    print(await done)
    sender.close()
    receiver.close()
    await asyncio.sleep(0)
    try:
        async with asyncio.timeout(0.2):
            await (await asyncio.start_server(print, port=8803)).serve_forever()
    except TimeoutError:
        print("no client")


asyncio.run(main())
