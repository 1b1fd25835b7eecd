//! Two orders are cancelled while they wait; one shields its payment.

use crate::asyncio::{
    self, Outcome, Task, create_named_task, gather_return_exceptions, print,
    shield,
};

parameters! {
    payment: seconds(0.0..=5.0) = 2.0,
    patience: seconds(0.0..=5.0) = 1.0,
}

type Receipt = &'static str;

async fn pay(seconds: f64) -> Outcome<Receipt> {
    asyncio::sleep(seconds).await?;
    print("paid");
    Ok("receipt")
}

async fn order(payment: Task<Receipt>) -> Outcome<Receipt> {
    payment.await
}

async fn shielded_order(payment: Task<Receipt>) -> Outcome<Receipt> {
    shield(payment).await
}

pub(super) async fn main(p: Parameters) -> Outcome<Vec<Outcome<Receipt>>> {
    let first = create_named_task(pay(p.payment), "payment1");
    let second = create_named_task(pay(p.payment), "payment2");
    let orders = [
        create_named_task(order(first.clone()), "order1"),
        create_named_task(shielded_order(second.clone()), "order2"),
    ];
    asyncio::sleep(p.patience).await?;
    for each in orders {
        each.cancel();
    }
    print("both orders asked to stop");
    gather_return_exceptions([first, second]).await
}
