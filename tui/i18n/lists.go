package i18n

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

func chineseLists() Lists {
	return Lists{
		Filter: "筛选", FilterTitle: "筛选", AddFilter: "加一个条件", ChooseField: "按哪一项筛选", ClearFilters: "清除全部条件", Filters: "筛选",
		EditFilter: "修改", DropFilter: "去掉", Nobody: "没有符合条件的客户\n\n%s\n\nesc 清除筛选,f 改条件",
		From: "从", To: "到", Known: "有无", Empty: "为空", Filled: "不为空", How: "条件", Contains: "包含", Is: "等于", IsNot: "不等于", Value: "内容", Except: "以上除外", ReadValues: "读取已有的值",
		Segments: "保存的筛选", SaveSegment: "把现在的条件存为", SegmentName: "名称", SavedSegment: "已保存筛选「%s」", Manage: "改名、替换、删除", Rename: "改名", Replace: "换成现在的条件", Remove: "删除", RemovedSegment: "已删除筛选「%s」",
		NoSegments: "还没有条件可保存,按 f 筛选",
		Columns:    "选择列", OtherColumn: "按别的列", KeepColumns: "保存列",
		Selected: "已选 %d", Sum: "预计 %s",
		Bulk: "批量", BulkTitle: "批量处理 %d 位客户", Regrade: "改等级", AddTags: "加标签", RemoveTags: "去标签", SetOwner: "改填表人", SetTeam: "改团队", ArchiveAll: "归档", UnarchiveAll: "取消归档", ExportAll: "导出",
		Changed: "已改 %d 位客户", Working: "正在处理 %d 位客户", Stop: "停下", Stopped: "已停下,什么也没改",
		FindItems: "内容里的字", NoItems: "还没有%s\n\nn 或 ctrl+n  记一条", ExportItems: "导出列表(%d 条)", CountItems: "共 %d 条",
	}
}

func englishLists() Lists {
	return Lists{
		Filter: "filter", FilterTitle: "Filter", AddFilter: "add a condition", ChooseField: "Filter by", ClearFilters: "clear all conditions", Filters: "Filter",
		EditFilter: "change", DropFilter: "take away", Nobody: "Nobody fits\n\n%s\n\nesc clears the filter, f changes it",
		From: "From", To: "To", Known: "Known", Empty: "empty", Filled: "not empty", How: "Condition", Contains: "contains", Is: "is", IsNot: "is not", Value: "Text", Except: "all but these", ReadValues: "Reading the values",
		Segments: "saved filters", SaveSegment: "save these conditions", SegmentName: "Name", SavedSegment: "filter “%s” saved", Manage: "rename, replace, remove", Rename: "rename", Replace: "replace by these conditions", Remove: "remove", RemovedSegment: "filter “%s” removed",
		NoSegments: "there are no conditions to save yet, f filters",
		Columns:    "choose columns", OtherColumn: "another column", KeepColumns: "Keeping the columns",
		Selected: "%d selected", Sum: "expected %s",
		Bulk: "bulk", BulkTitle: "%d customers", Regrade: "regrade", AddTags: "add tags", RemoveTags: "take tags away", SetOwner: "set the owner", SetTeam: "set the team", ArchiveAll: "archive", UnarchiveAll: "unarchive", ExportAll: "export",
		Changed: "%d customers changed", Working: "working on %d customers", Stop: "stop", Stopped: "stopped, nothing was changed",
		FindItems: "words in it", NoItems: "No %s yet\n\nn or ctrl+n  add one", ExportItems: "Export list (%d)", CountItems: "%d in all",
	}
}

func chineseMerge() Merge {
	return Merge{
		Duplicates: "查重", DuplicatesTitle: "可能重复的客户:%d 组", NoDuplicates: "没有重复的客户", Looking: "正在查重", ReadDuplicates: "查重",
		Merge: "与另一位合并", MergeSelected: "合并这两位", With: "合并  %s", WithHint: "另一位的姓名、电话或 #编号", NotFound: "没有找到「%s」,请写姓名、电话或 #编号", AnotherOne: "另一位",
		Title: "合并", Kept: "保留", Other: "并入", Choose: "选哪边", Swap: "对调", Go: "合并", NoDifferences: "两张卡没有冲突的项", Moves: "并入:跟进 %d 条,其他资料 %d 条,介绍的客户 %d 位",
		United: "空着的项由另一张补上,电话和标签合在一起", Merged: "已把 %s 并入 %s",
		KnownTitle: "可能已有这位客户:%s", OpenThat: "打开 %s", KeepBoth: "两张都要,仍然新增", GoBack: "返回修改", Reading: "读取两张卡", ArchivedMark: "已归档", NextDuplicates: "下一组",
	}
}

func englishMerge() Merge {
	return Merge{
		Duplicates: "find duplicates", DuplicatesTitle: "Possible duplicates: %d", NoDuplicates: "Nobody is there twice", Looking: "Looking", ReadDuplicates: "Finding duplicates",
		Merge: "merge with another", MergeSelected: "merge these two", With: "Merge  %s", WithHint: "name, phone or #id of the other", NotFound: "nobody found for “%s”, write a name, a phone or #id", AnotherOne: "another one",
		Title: "Merge", Kept: "kept", Other: "other", Choose: "which side", Swap: "swap", Go: "merge", NoDifferences: "The cards don't contradict each other", Moves: "moved: journal entries %d, other records %d, referred customers %d",
		United: "what one card lacks comes from the other, phones and tags are united", Merged: "%s is now part of %s",
		KnownTitle: "May be there already: %s", OpenThat: "open %s", KeepBoth: "keep both, add this one", GoBack: "back", Reading: "Reading the cards", ArchivedMark: "archived", NextDuplicates: "next group",
	}
}
