package cli

// The settings.
var (
	aboutSettings   = text{"查看和修改设置", "show and change the settings"}
	longSettings    = text{"不写参数列出全部设置;写一项显示这一项,再写值就改它。可写代码或中文名。", "Lists all settings; with a key shows one, with a value changes it. A key is a code or a label."}
	exampleSettings = text{"genjin settings\ngenjin settings 休息日 周日\ngenjin settings holidays 12-31 2-14~2-20\ngenjin settings cadence_b --default",
		"genjin settings\ngenjin settings rest_days sun\ngenjin settings holidays 12-31 2-14~2-20\ngenjin settings cadence_b --default"}
	useDefault     = text{"恢复默认值", "back to the default"}
	unknownSetting = text{"没有设置「%s」,可用 %s", "there is no setting “%s”; there are %s"}
	valueOrDefault = text{"写了值就不要再加 --default", "give a value or --default, not both"}
	defaultOfWhat  = text{"请写明恢复哪一项:genjin settings KEY --default", "say which one: genjin settings KEY --default"}
	columnSetting  = text{"代码", "key"}
	columnName     = text{"设置", "setting"}
	columnValue    = text{"现在", "value"}
	columnDefault  = text{"默认", "default"}
	columnHelp     = text{"说明", "what it does"}
	columnAllowed  = text{"可选", "choose"}
	settingChanged = text{"%s:%s → %s", "%s: %s → %s"}
	settingStays   = text{"%s 已是 %s,没有改动", "%s is %s already"}
	listSeparator  = text{"、", ", "}
)
