//! Three parts of a page in one group: the first error cancels the rest.

use crate::asyncio::{self, Outcome, Raised, print, task_group};

parameters! {
    photos: seconds(0.0..=5.0) = 1.0,
    prices: seconds(0.0..=5.0) = 2.0,
    stock: seconds(0.0..=5.0) = 3.0,
}

async fn load(part: &str, seconds: f64) -> Outcome<String> {
    asyncio::sleep(seconds).await?;
    Ok(format!("{part} loaded"))
}

async fn fail(part: &str, seconds: f64) -> Outcome<String> {
    asyncio::sleep(seconds).await?;
    Err(Raised::exception("ValueError", format!("{part} missing")))
}

async fn load_all(photos: f64, prices: f64, stock: f64) -> Outcome<()> {
    task_group(async |group| {
        group.create_named_task(load("photos", photos), "photos")?;
        group.create_named_task(fail("prices", prices), "prices")?;
        group.create_named_task(fail("stock", stock), "stock")?;
        print("three tasks in the group");
        Ok(())
    })
    .await
}

pub(super) async fn main(p: Parameters) -> Outcome<()> {
    match load_all(p.photos, p.prices, p.stock).await {
        Err(Raised::Exception(group)) => {
            for error in &group.exceptions {
                print(format!("caught: {}", error.message));
            }
            Ok(())
        }
        outcome => outcome,
    }
}
