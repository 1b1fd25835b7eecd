//! The list of all scenarios, in the course's order. Each name in the list adds one scenario.
//!
//! The name is that of its files: `scenarios/NAME.rs`, `scenarios/NAME.py`, `text/scenarios/NAME.rs`,
//! `text/guides/NAME.en.md` and `text/guides/NAME.fr.md`. Its id is the name with `-` instead of `_`.

/// Calls the macro `$then` with the list: each chapter with its scenarios.
macro_rules! with_every_scenario {
    ($then:ident) => {
        $then! {
            WhatWaitingCosts: sequential concurrent;
            CoroutinesAndTasks: one_coroutine several_awaits gather create_task;
            Http: simulated_requests real_requests;
            ErrorsTimeoutsLimits: handle_each_error return_exceptions wait_for semaphore;
            InPractice: service_monitor forgotten_await blocking_call which_tool;
            Exercises: file_downloader priority_tasks weather_stations;
            OtherWords: task_group timeout_block cancellation shield as_completed first_completed
                producer_consumer lock_race event_signal barrier many_tasks;
            Projects: web_crawler system_monitor chat_bot api_gateway;
        }
    };
}
