package words

// The settings.
var (
	AboutSettings = T{"查看和修改设置", "show and change the settings"}
	LongSettings  = T{"不写参数列出全部设置;写一项显示这一项,再写值就改它。可写代码或中文名。",
		"Lists all settings; with a key shows one, with a value changes it. A key is a code or a label."}
	ExampleSettings = T{"genjin settings\ngenjin settings 休息日 周日\ngenjin settings holidays 12-31 2-14~2-20\ngenjin " +
		"settings cadence_b --default",
		"genjin settings\ngenjin settings rest_days sun\ngenjin settings holidays 12-31 2-14~2-20\ngenjin settings cadence_b --default"}
	UseDefault     = T{"恢复默认值", "back to the default"}
	UnknownSetting = T{"没有设置「%s」,可用 %s", "there is no setting “%s”; there are %s"}
	ValueOrDefault = T{"写了值就不要再加 --default", "give a value or --default, not both"}
	DefaultOfWhat  = T{"请写明恢复哪一项:genjin settings KEY --default", "say which one: genjin settings KEY --default"}
	ColumnSetting  = T{"代码", "key"}
	ColumnName     = T{"设置", "setting"}
	ColumnValue    = T{"现在", "value"}
	ColumnDefault  = T{"默认", "default"}
	ColumnHelp     = T{"说明", "what it does"}
	ColumnAllowed  = T{"可选", "choose"}
	SettingChanged = T{"%s:%s → %s", "%s: %s → %s"}
	SettingStays   = T{"%s 已是 %s,没有改动", "%s is %s already"}
	ListSeparator  = T{"、", ", "}
)
