import asyncio

from shop import charge, send_receipt


async def sell(customer, euros):
    """Charges the card, then sends the receipt; returns the line of the till."""
    paid = await charge(customer, euros)
    send_receipt(customer)
    return paid


if __name__ == "__main__":
    print(asyncio.run(sell("a teacher", 12)))
