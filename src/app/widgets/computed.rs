//! A value that is computed by running a program. The program runs after the render, so that no render waits for it.

use std::rc::Rc;

use yew::{hook, use_effect_with, use_state};

/// The value for the last `given`, or `None` before it is computed. Native tests have no effects, so there it is computed
/// at once.
#[hook]
pub fn use_computed<T: 'static, D: Clone + PartialEq + 'static>(given: D, compute: fn(&D) -> T) -> Option<Rc<T>> {
    let value = use_state(|| cfg!(not(target_arch = "wasm32")).then(|| Rc::new(compute(&given))));
    use_effect_with(given, {
        let setter = value.setter();
        move |given| setter.set(Some(Rc::new(compute(given))))
    });
    (*value).clone()
}
