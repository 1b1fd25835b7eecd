//! A guard that releases a lock or a permit when it is dropped.

use std::future::Future;

use crate::asyncio::core::running::with_running;
use crate::asyncio::python::raised::Outcome;

/// A held resource, as in a block of `async with`. Dropping this guard releases the resource.
///
/// A drop cannot raise. If the block has already released the resource, the error is raised at the running task's next
/// await or at its end. [`Held::release`] and `within` raise it at once.
#[must_use = "dropping it releases the resource at once"]
pub struct Held<R: Release> {
    resource: Option<R>,
}

/// A resource that can be held.
pub trait Release {
    /// Releases the resource.
    ///
    /// # Errors
    /// If the resource was released already.
    fn release_held(&self) -> Outcome<()>;
}

impl<R: Release> Held<R> {
    pub(crate) const fn new(resource: R) -> Self {
        Self { resource: Some(resource) }
    }

    /// Releases the resource at the end of the block.
    ///
    /// # Errors
    /// If it was released within the block: `RuntimeError` for a lock, `ValueError` for a bounded semaphore.
    pub fn release(mut self) -> Outcome<()> {
        self.resource.take().map_or(Ok(()), |resource| resource.release_held())
    }
}

/// A block of `async with`: awaits `hold`, runs `body`, and releases.
pub(crate) async fn within<T, R: Release>(
    hold: impl Future<Output = Outcome<Held<R>>>,
    body: impl Future<Output = Outcome<T>>,
) -> Outcome<T> {
    let held = hold.await?;
    let outcome = body.await;
    held.release()?;
    outcome
}

impl<R: Release> Drop for Held<R> {
    fn drop(&mut self) {
        if let Some(Err(raised)) = self.resource.take().map(|resource| resource.release_held()) {
            with_running(|event_loop| event_loop.raise_late(raised));
        }
    }
}
