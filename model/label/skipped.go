package label

import "genjin/model"

// skips are the reasons why a row is no record.
var skips = map[model.SkipReason]word{
	model.SkipBlank:    of("空行", "blank"),
	model.SkipTitle:    of("表头上面的标题", "title above the headers"),
	model.SkipHeader:   of("表头", "headers"),
	model.SkipRepeated: of("重复的表头", "headers repeated"),
	model.SkipTotal:    of("合计行", "sums"),
	model.SkipFootnote: of("表下的注或签字", "a note or signature"),
	model.SkipNumber:   of("只有序号", "a row number only"),
	model.SkipUnread:   of("没有认出的内容,没有读", "nothing recognised, not read"),
}

// Skip is why a row of a file is no record.
func Skip(why model.SkipReason, l Lang) string { return skips[why].in(l) }
