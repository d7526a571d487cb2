package tui

import (
	"strings"
	"testing"
	"time"

	"genjin/tui/kit/kittest"
)

func TestWithoutAKeyTheScreenIsMaskedThenLocked(t *testing.T) {
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, time.Local)
	u, st := openAt(t, &now)
	kittest.Drain(u, settingsRead{u.set})
	set, err := st.ChangeSettings(t.Context(), map[string]string{"mask_after": "2", "lock_after": "5"})
	if err == nil {
		err = st.SetLock(t.Context(), "", "a")
	}
	if err != nil {
		t.Fatal(err)
	}
	kittest.Drain(u, settingsRead{set})
	is := func(what string, masked, locked bool) {
		t.Helper()
		kittest.Drain(u, pulse{})
		if u.words.Private != masked || strings.Contains(u.screen(), "已锁定") != locked {
			t.Errorf("%s: masked %t, locked %t\n%s", what, u.words.Private, !locked, u.screen())
		}
	}
	is("at once", false, false)
	now = now.Add(119 * time.Second)
	is("just before", false, false)
	now = now.Add(time.Second)
	is("after two minutes", true, false)
	kittest.Drain(u, kittest.Keys("down")...)
	now = now.Add(299 * time.Second)
	is("five minutes after a key, nearly", true, false)
	now = now.Add(time.Second)
	is("five minutes after a key", true, true)
	if strings.Contains(u.screen(), "董先生") {
		t.Errorf("the locked screen shows\n%s", u.screen())
	}
	kittest.Drain(u, kittest.Keys("a", "enter")...)
	is("unlocked", true, false)
}
