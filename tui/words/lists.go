package words

// Lists is what a list of customers can be made to show, what can be done with
// several at once, and making one card of two.
type Lists struct {
	Filter, FilterTitle, AddFilter      string
	ChooseField, ClearFilters, Filters  string
	EditFilter, DropFilter              string
	Nobody                              string // what the conditions are
	From, To, Known, Empty, Filled      string
	How, Contains, Is, IsNot, Value     string
	Except                              string
	ReadValues                          string
	Segments, SaveSegment, SegmentName  string
	SavedSegment                        string // name
	Manage, Rename, Replace             string
	Remove, RemovedSegment              string // name
	NoSegments                          string
	Columns, KeepColumns, OtherColumn   string
	OwnOrder                            string
	Selected, Sum                       string // how many; the sums
	Bulk, BulkTitle                     string // how many
	Regrade, AddTags, RemoveTags        string
	SetOwner, SetTeam                   string
	ArchiveAll, UnarchiveAll, ExportAll string
	Changed                             string // how many
	Working                             string // how many
	Stop, Stopped                       string
	FindItems, NoItems, ExportItems     string // records of any kind; NoItems: the kind
	CountItems                          string // how many
}

// Merge is finding customers who are there twice, and making one of two.
type Merge struct {
	Duplicates, DuplicatesTitle  string // how many groups
	NoDuplicates, Looking        string
	ReadDuplicates               string
	Merge, MergeSelected         string
	With, WithHint, NotFound     string // what was looked for
	AnotherOne                   string
	Title, Kept, Other           string // the names
	Choose, Swap, Go             string
	NoDifferences, Moves         string // entries, other records, referred customers
	United                       string
	Merged                       string // the other, the kept
	KnownTitle                   string // the name
	OpenThat, KeepBoth, GoBack   string // the customer
	Reading                      string
	ArchivedMark, NextDuplicates string
}

func lists(t tongue) Lists {
	return Lists{
		Filter:         t.say("筛选", "filter"),
		FilterTitle:    t.say("筛选", "Filter"),
		AddFilter:      t.say("加一个条件", "add a condition"),
		ChooseField:    t.say("按哪一项筛选", "Filter by"),
		ClearFilters:   t.say("清除全部条件", "clear all conditions"),
		Filters:        t.say("筛选", "Filter"),
		EditFilter:     t.say("修改", "change"),
		DropFilter:     t.say("去掉", "take away"),
		Nobody:         t.say("没有符合条件的客户\n\n%s\n\nesc 清除筛选,f 改条件", "Nobody fits\n\n%s\n\nesc clears the filter, f changes it"),
		From:           t.say("从", "From"),
		To:             t.say("到", "To"),
		Known:          t.say("有无", "Known"),
		Empty:          t.say("为空", "empty"),
		Filled:         t.say("不为空", "not empty"),
		How:            t.say("条件", "Condition"),
		Contains:       t.say("包含", "contains"),
		Is:             t.say("等于", "is"),
		IsNot:          t.say("不等于", "is not"),
		Value:          t.say("内容", "Text"),
		Except:         t.say("以上除外", "all but these"),
		ReadValues:     t.say("读取已有的值", "Reading the values"),
		Segments:       t.say("保存的筛选", "saved filters"),
		SaveSegment:    t.say("把现在的条件存为", "save these conditions"),
		SegmentName:    t.say("名称", "Name"),
		SavedSegment:   t.say("已保存筛选「%s」", "filter “%s” saved"),
		Manage:         t.say("改名、替换、删除", "rename, replace, remove"),
		Rename:         t.say("改名", "rename"),
		Replace:        t.say("换成现在的条件", "replace by these conditions"),
		Remove:         t.say("删除", "remove"),
		RemovedSegment: t.say("已删除筛选「%s」", "filter “%s” removed"),
		NoSegments:     t.say("还没有条件可保存,按 f 筛选", "there are no conditions to save yet, f filters"),
		Columns:        t.say("选择列", "choose columns"),
		OtherColumn:    t.say("按别的列", "another column"),
		OwnOrder:       t.say("恢复默认顺序", "the usual order again"),
		KeepColumns:    t.say("保存列", "Keeping the columns"),
		Selected:       t.say("已选 %d", "%d selected"),
		Sum:            t.say("预计 %s", "expected %s"),
		Bulk:           t.say("批量", "bulk"),
		BulkTitle:      t.say("批量处理 %d 位客户", "%d customers"),
		Regrade:        t.say("改等级", "regrade"),
		AddTags:        t.say("加标签", "add tags"),
		RemoveTags:     t.say("去标签", "take tags away"),
		SetOwner:       t.say("改填表人", "set the owner"),
		SetTeam:        t.say("改团队", "set the team"),
		ArchiveAll:     t.say("归档", "archive"),
		UnarchiveAll:   t.say("取消归档", "unarchive"),
		ExportAll:      t.say("导出", "export"),
		Changed:        t.say("已改 %d 位客户", "%d customers changed"),
		Working:        t.say("正在处理 %d 位客户", "working on %d customers"),
		Stop:           t.say("停下", "stop"),
		Stopped:        t.say("已停下,什么也没改", "stopped, nothing was changed"),
		FindItems:      t.say("内容里的字", "words in it"),
		NoItems:        t.say("还没有%s\n\nn 或 ctrl+n  记一条", "No %s yet\n\nn or ctrl+n  add one"),
		ExportItems:    t.say("导出列表(%d 条)", "Export list (%d)"),
		CountItems:     t.say("共 %d 条", "%d in all"),
	}
}

func merge(t tongue) Merge {
	return Merge{
		Duplicates:      t.say("查重", "find duplicates"),
		DuplicatesTitle: t.say("可能重复的客户:%d 组", "Possible duplicates: %d"),
		NoDuplicates:    t.say("没有重复的客户", "Nobody is there twice"),
		Looking:         t.say("正在查重", "Looking"),
		ReadDuplicates:  t.say("查重", "Finding duplicates"),
		Merge:           t.say("与另一位合并", "merge with another"),
		MergeSelected:   t.say("合并这两位", "merge these two"),
		With:            t.say("合并  %s", "Merge  %s"),
		WithHint:        t.say("另一位的姓名、电话或 #编号", "name, phone or #id of the other"),
		NotFound:        t.say("没有找到「%s」,请写姓名、电话或 #编号", "nobody found for “%s”, write a name, a phone or #id"),
		AnotherOne:      t.say("另一位", "another one"),
		Title:           t.say("合并", "Merge"),
		Kept:            t.say("保留", "kept"),
		Other:           t.say("并入", "other"),
		Choose:          t.say("选哪边", "which side"),
		Swap:            t.say("对调", "swap"),
		Go:              t.say("合并", "merge"),
		NoDifferences:   t.say("两张卡没有冲突的项", "The cards don't contradict each other"),
		Moves:           t.say("并入:跟进 %d 条,其他资料 %d 条,介绍的客户 %d 位", "moved: journal entries %d, other records %d, referred customers %d"),
		United:          t.say("空着的项由另一张补上,电话和标签合在一起", "what one card lacks comes from the other, phones and tags are united"),
		Merged:          t.say("已把 %s 并入 %s", "%s is now part of %s"),
		KnownTitle:      t.say("可能已有这位客户:%s", "May be there already: %s"),
		OpenThat:        t.say("打开 %s", "open %s"),
		KeepBoth:        t.say("两张都要,仍然新增", "keep both, add this one"),
		GoBack:          t.say("返回修改", "back"),
		Reading:         t.say("读取两张卡", "Reading the cards"),
		ArchivedMark:    t.say("已归档", "archived"),
		NextDuplicates:  t.say("下一组", "next group"),
	}
}
