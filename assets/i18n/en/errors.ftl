### Why something is not done, and what to do about it: whole sentences.

## What a sentence is about

# A list in a sentence: what comes before the last one, and the last one.
list-and = {$before} and {$last}
subject-booth = Booth {$number}
subject-some-booth = A booth
subject-some-hall = The hall
subject-some-category = The category
subject-some-exhibitor = The exhibitor

## Why an edit is refused

refusal-gone = What you wanted to change is no longer there.
refusal-booth-blocked = Booth {$number} is blocked: it is not for sale. Unblock it first.
refusal-booth-taken = Booth {$number} is taken by {$names}. Share it, swap, or replace them.
refusal-booth-held = Booth {$number} is held. Make it available first, or replace who holds it.
refusal-already-there = {$exhibitor} is on booth {$number} already.
refusal-nobody-there = Nobody is on booth {$number}. Place an exhibitor there first.
refusal-nothing-to-swap = {$exhibitor} has no booth to give, so there is nothing to swap.
refusal-block-booked = Booth {$number} cannot be blocked: {$names} would lose it. Move them to another booth first.
refusal-block-held = Booth {$number} cannot be blocked while it is held. Make it available first.
refusal-last-main = Booth {$number} needs a main exhibitor, not co-exhibitors alone.
refusal-no-such-booth = There is no booth {$number}.

## Rules of the plan that an edit or a file breaks

rule-number-taken = There is a booth {$number} already. Numbers are unique in the show.
rule-exhibitor-name-taken = There is an exhibitor {$name} of the same country already.
rule-exhibitor-without-name = An exhibitor needs a name.
rule-hall-name-taken = There is a hall {$name} already.
rule-hall-without-name = A hall needs a name.
rule-category-name-taken = There is a category {$name} already.
rule-category-without-name = A category needs a name.
rule-booth-outline = {$booth} would be too small or too large: its sides must be between {$least} and {$most}.
rule-hall-outline = {$hall} would be too small or too large: its sides must be between {$least} and {$most}.
rule-structure-shape = A wall, column, door or text must have a size between {$least} and {$most}, and a text must say something.
rule-map-placement = A hall picture must be between {$least} and {$most} wide.
rule-booth-without-hall = {$booth} stands in a hall that is not there.
rule-structure-without-hall = A wall, column, door or text stands in a hall that is not there.
rule-map-without-hall = A picture lies under a hall that is not there.
rule-booth-without-category = {$booth} has a category that is not there.
rule-exhibitor-categories = {$exhibitor} has a category that is not there, or one twice.
rule-booking-exhibitors = A booking has an exhibitor that is not there, or one twice.
rule-booking-booths = A booking has a booth that is not there, or one twice.
rule-booking-without-main = A booking needs a main exhibitor once it is more than held.
rule-booked-twice = {$booth} is in two bookings.
rule-blocked-and-booked = {$booth} is blocked and has a booking.
rule-hall-in-use = {$hall} cannot be deleted while something stands in it.
rule-category-in-use = {$category} cannot be deleted while a booth or an exhibitor has it.
rule-exhibitor-in-use = {$exhibitor} cannot be deleted while it has a booking.
rule-booth-in-use = {$booth} cannot be deleted while it has a booking.
