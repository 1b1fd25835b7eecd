# fails: honest
# says: bank.store
import bank


async def store(balance):
    bank.account["balance"] = balance


bank.store = store


async def deposit_all(amounts):
    for amount in amounts:
        await bank.store(bank.account["balance"] + amount)
    return bank.account["balance"]
