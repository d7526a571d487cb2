package kit

// list is a cursor in a short list that scrolls: what menus, the palette and
// the help have in common.
type list struct {
	n      int // entries
	cursor int
	offset int // first entry in sight
}

func (l *list) setLen(n int) {
	l.n = n
	l.cursor = max(min(l.cursor, n-1), 0)
}

// key moves the cursor and reports whether the key does that. It wraps around
// the ends, as short lists do.
func (l *list) key(key string, page int) bool {
	if l.n == 0 {
		return false
	}
	switch key {
	case "down", "ctrl+n":
		l.cursor = (l.cursor + 1) % l.n
	case "up", "ctrl+p":
		l.cursor = (l.cursor + l.n - 1) % l.n
	case "pgdown":
		l.cursor = min(l.cursor+page, l.n-1)
	case "pgup":
		l.cursor = max(l.cursor-page, 0)
	case "home":
		l.cursor = 0
	case "end":
		l.cursor = l.n - 1
	default:
		return false
	}
	return true
}

// window is the range of entries in sight when h lines show them.
func (l *list) window(h int) (from, to int) {
	l.offset = keepInSight(l.offset, l.cursor, h, l.n)
	return l.offset, min(l.offset+h, l.n)
}

// keepInSight moves the first line in sight no more than it must for the
// cursor to be among h lines of n.
func keepInSight(offset, cursor, h, n int) int {
	if cursor >= offset+h {
		offset = cursor - h + 1
	}
	offset = min(offset, cursor)
	return max(min(offset, n-h), 0)
}
