package label

import "genjin/model"

// CalendarName is what the calendar of follow-ups is called.
func CalendarName(l Lang) string { return pick(l, "genjin 跟进", "genjin follow-ups") }

// FollowUpOf is a coming follow-up as a calendar shows it.
func FollowUpOf(c *model.Customer, l Lang) string {
	return withAction(pick(l, "跟进 ", "Follow up ")+c.Name, c.NextAction, l)
}

// RetryOf is a call to be tried again.
func RetryOf(c *model.Customer, l Lang) string {
	return withAction(pick(l, "再联系 ", "Try again ")+c.Name, c.NextAction, l)
}

func withAction(text, action string, l Lang) string {
	if action == "" {
		return text
	}
	return text + pick(l, ":", ": ") + action
}

// BirthdayOf is somebody's birthday.
func BirthdayOf(name string, l Lang) string { return name + pick(l, " 生日", ": birthday") }
