package words

// Settings is the settings' screen, and the mask that one of them is.
type Settings struct {
	Title, Default, Saved         string // the default
	Reset                         string
	Unsaved, SaveNow, Leave, GoOn string
	Mask, MaskOn, MaskOff         string
}

func settings(t tongue) Settings {
	return Settings{
		Title:   t.say("设置", "Settings"),
		Default: t.say("默认 %s", "default %s"),
		Reset:   t.say("恢复默认", "default"),
		Saved:   t.say("已保存设置", "settings saved"),
		Unsaved: t.say("有改动还没保存", "There are changes not saved yet"),
		SaveNow: t.say("保存", "save"),
		Leave:   t.say("不保存", "leave without saving"),
		GoOn:    t.say("继续改", "go on"),
		Mask:    t.say("遮住或显示个人信息", "mask or show private data"),
		MaskOn:  t.say("个人信息已遮住,F9 显示", "private data is masked, F9 shows it"),
		MaskOff: t.say("个人信息已显示,F9 遮住", "private data is shown, F9 masks it"),
	}
}
