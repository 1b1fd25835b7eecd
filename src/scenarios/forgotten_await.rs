//! Two files to save: the first call is forgotten, awaited, or made a task.

use crate::asyncio::{
    self, Coroutine, Outcome, coroutine, create_named_task, print,
};

parameters! {
    call: choice("forgotten" vs "awaited" vs "task") = "forgotten",
    draft: seconds(0.0..=5.0) = 1.0,
    report: seconds(0.0..=5.0) = 0.5,
}

fn save(name: &'static str, seconds: f64) -> Coroutine<()> {
    coroutine("save", async move {
        print(format!("saving {name}"));
        asyncio::sleep(seconds).await?;
        print(format!("{name} is saved"));
        Ok(())
    })
}

pub(super) async fn main(p: Parameters) -> Outcome<()> {
    if p.call == "forgotten" {
        // Without the `drop`, the Rust compiler would warn here, too.
        drop(save("draft", p.draft));
        save("report", p.report).await?;
    } else if p.call == "awaited" {
        save("draft", p.draft).await?;
        save("report", p.report).await?;
    } else {
        let task = create_named_task(save("draft", p.draft), "draft");
        save("report", p.report).await?;
        task.await?;
    }
    print("all is saved");
    Ok(())
}
