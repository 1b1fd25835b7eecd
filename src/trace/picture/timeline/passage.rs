//! Moves a timeline from one cursor to another: events are recorded or taken back.

use std::ops::Range;

use super::figures::Counted;
use super::{Busy, Timeline};
use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::{Event, What};
use crate::trace::facts::events::Events;
use crate::trace::facts::log::Log;
use crate::trace::facts::time::Seconds;
use crate::trace::picture::lane::Lane;
use crate::trace::picture::request;
use crate::trace::picture::resource::Resources;

impl Timeline {
    /// Moves the timeline to another cursor, with the same result as [`Timeline::at`] but less work if few tasks have
    /// events in between. Returns false and changes nothing if a task was created in between.
    #[must_use]
    pub fn go(&mut self, log: &Log, cursor: Cursor) -> bool {
        let goes = self.pass(log, cursor);
        self.draw_all();
        goes
    }

    /// As [`Timeline::go`], but spans in progress keep their former end until [`Timeline::draw`] extends them. With
    /// very many lanes, extending all of them takes longer than a frame.
    #[must_use]
    pub fn pass(&mut self, log: &Log, cursor: Cursor) -> bool {
        let past = cursor.past(log);
        let (from, to) = (self.events.min(past.len()), self.events.max(past.len()));
        let between = log.events().first(to).after(from);
        if between.iter().any(|event| matches!(event.what, What::Created { .. })) {
            return false;
        }
        if past.len() >= self.events {
            for event in between {
                self.record(event);
            }
        } else {
            self.forget(between, past);
        }
        self.record_shared(past, between);
        self.show(past.len(), cursor.time);
        true
    }

    /// Records an event of a task that has a lane.
    fn record(&mut self, event: &Event) {
        self.record_whole(event);
        self.record_lane(event);
    }

    fn record_lane(&mut self, event: &Event) {
        if let Some(lane) = self.place(event.task).and_then(|place| self.lanes.get_mut(place)) {
            lane.record(event);
        }
    }

    /// Records the part of an event that belongs to the timeline as a whole.
    pub(super) fn record_whole(&mut self, event: &Event) {
        if let What::StepBegan = event.what {
            self.steps.push((event.time, event.task));
        }
        if let What::Finished(_) = event.what {
            self.ends.push(event.time);
        }
        self.renamed += usize::from(matches!(event.what, What::Renamed(_)));
        if let Some(until) = held_until(event) {
            self.blocked.push((event.time, until, event.task));
        }
    }

    fn forget_whole(&mut self, event: &Event) {
        if let What::StepBegan = event.what {
            self.steps.pop();
        }
        if let What::Finished(_) = event.what {
            self.ends.pop();
        }
        self.renamed -= usize::from(matches!(event.what, What::Renamed(_)));
        if held_until(event).is_some() {
            self.blocked.pop();
        }
    }

    /// Takes back these events. The lanes of their tasks are rebuilt from the events before.
    fn forget(&mut self, events: Events<'_>, past: Events<'_>) {
        let mut anew = vec![false; self.places.len()];
        for event in events.iter().rev() {
            // The loop's own events belong to no lane.
            if let Some(anew) = anew.get_mut(event.task.index()) {
                *anew = true;
            }
            self.forget_whole(event);
        }
        for event in past.iter().filter(|event| anew.get(event.task.index()) == Some(&true)) {
            if let What::Created { parent, name, line } = &event.what {
                if let Some(lane) = self.place(event.task).and_then(|place| self.lanes.get_mut(place)) {
                    let (depth, last) = (lane.depth, lane.last);
                    *lane = Lane::new(event, *parent, name.clone(), *line);
                    (lane.depth, lane.last) = (depth, last);
                }
            } else {
                self.record_lane(event);
            }
        }
    }

    /// Rebuilds the resources and requests, if there are any. `new` are the events between the former cursor and the
    /// new one.
    pub(super) fn record_shared(&mut self, past: Events<'_>, new: Events<'_>) {
        let makes = |event: &Event| matches!(event.what, What::ResourceMade { .. } | What::Requested { .. });
        let shares = !self.resources.is_empty() || !self.requests.is_empty();
        if new.is_empty() || (!shares && !new.iter().any(makes)) {
            return;
        }
        let mut resources = Resources::default();
        self.requests.clear();
        for event in past {
            resources.record(event);
            request::record(&mut self.requests, event);
        }
        self.resources = resources.finish();
    }

    /// Extends everything in progress to `now`, except the lanes.
    pub(super) fn show(&mut self, events: usize, now: Seconds) {
        (self.events, self.now, self.drawn) = (events, now, false);
        self.figures = Counted::default();
        for hold in self.resources.iter_mut().flat_map(|resource| &mut resource.holds).filter(|hold| hold.open) {
            hold.to = now;
        }
        let busy = |&(from, until, task)| Busy { from, to: now.min(until), open: until > now, task };
        self.busy = self.blocked.iter().map(busy).collect();
    }

    /// Extends the spans in progress of the lanes in this range to the timeline's time.
    pub fn draw(&mut self, places: Range<usize>) {
        let (now, end) = (self.now, places.end.min(self.lanes.len()));
        if let Some(lanes) = self.lanes.get_mut(places.start..end).filter(|_| !self.drawn) {
            for lane in lanes {
                lane.show(now);
            }
        }
    }

    /// Extends the spans in progress of all lanes.
    pub fn draw_all(&mut self) {
        self.draw(0..self.lanes.len());
        self.drawn = true;
    }

    /// Whether the spans in progress of all lanes are extended.
    #[must_use]
    pub const fn is_drawn(&self) -> bool {
        self.drawn
    }
}

/// When the blocking call of this event returns, if it takes any time.
fn held_until(event: &Event) -> Option<Seconds> {
    let What::Blocked { until, .. } = event.what else { return None };
    Some(until).filter(|until| *until > event.time)
}
