from shop import charge, send_receipt


class Till:
    def __init__(self, customer):
        self.customer = customer

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        await send_receipt(self.customer)


async def sell(customer, euros):
    async with Till(customer):
        return await charge(customer, euros)
