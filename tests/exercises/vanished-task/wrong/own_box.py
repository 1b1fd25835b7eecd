# fails: honest
# says: mail.deliver
import mail


async def deliver():
    return None


mail.deliver = deliver


async def sort_mail():
    return mail.LETTERS
