package words

// Projects.
var (
	CountProjects = T{"%s 个项目", "projects: %s"}
	NoProject     = T{"没有找到项目「%s」,genjin list oem 列出全部", "there is no project “%s”; genjin list oem lists them all"}
	NoneSuch      = T{"没有找到客户、订单或项目「%s」;genjin list customers、genjin list orders、genjin list oem 列出全部",
		"there is no customer, order or project “%s”; genjin list customers, genjin list orders and genjin list oem list them"}
	AmbiguousProject = T{"「%s」不止一个项目,请用编号指定:", "“%s” fits several projects, choose one by its number:"}
	ProjectOrders    = T{"订单 %d 张", "orders, %d"}
	ProjectHistory   = T{"记录 %d 条", "history, %d"}
	ExportedProject  = T{"已导出项目「%s」到 %s", "exported the project “%s” to %s"}
	ExportedProjects = T{"已导出 %d 个项目到 %s", "exported to %[2]s, projects: %[1]d"}
	ImportProjects   = T{"其中项目 %d 个新增,事项 %d 条新增、%d 条更新,新建客户 %d 位", "of them new projects %d, new items %d, updated items %d, new customers %d"}
)
