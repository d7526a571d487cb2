package words

// What is kept about one person, and forgetting them.
var (
	AboutSubject = T{"一个人的全部资料,交给本人", "everything kept about one person, for them"}
	LongSubject  = T{"把保存着的关于一位客户的一切写成一个文件:卡片、跟进、联系人、订单和账、操作日志、草稿,以及哪些备份、导出里还有。\n" +
		".html 给人看,.json 给程序。联系人写 contacts 和编号。",
		"writes all that is kept about a customer into one file: card, journal, contacts, orders and money, change log, drafts,\n" +
			"and which backups and exports hold it. .html is for people, .json for programs. A contact is contacts and a number."}
	ExampleSubject = T{"genjin subject 董先生 -o 董先生.html\ngenjin subject contacts '#3' -o 资料.json",
		"genjin subject Dong -o dong.html\ngenjin subject contacts '#3' -o data.json"}
	SubjectWritten = T{"%s 的 %d 条记录已写到 %s", "%s: %d records written to %s"}

	AboutForget = T{"应本人要求彻底删除", "delete a person for good"}
	LongForget  = T{"彻底删除一位客户:卡片、跟进、联系人、档案、操作日志、草稿、没导入成的名单,数据库文件里的旧痕迹也抹掉。不能撤销。\n" +
		"发票、应收和回款依法要留,去掉姓名后留下。备份和导出的文件不会动,会列出来请你自己删。\n先不加 --yes 看一遍会怎样。",
		"deletes a customer for good: card, journal, contacts, dossier, change log, drafts, lists of refused rows, and the traces in\n" +
			"the database file. It can't be undone. Invoices, debts and payments have to be kept by law: they stay without a name.\n" +
			"Backups and exports stay as they are; they are listed, for you to delete. Without --yes it only says what would happen."}
	ExampleForget = T{"genjin forget 董先生\ngenjin forget 董先生 --yes\ngenjin forget contacts '#3' --yes",
		"genjin forget Dong\ngenjin forget Dong --yes\ngenjin forget contacts '#3' --yes"}
	UseYes       = T{"真的删除", "do it"}
	ForgetFirst  = T{"还没有删除。删除后不能恢复;确定就加 --yes", "Nothing was deleted yet. It can't be undone; to do it add --yes"}
	ForgotPerson = T{"已彻底删除", "Deleted for good"}
	NotWiped     = T{"记录已删除,但文件里的痕迹还没抹掉(%s);下次打开时再抹", "the records are gone, their traces in the file aren't yet (%s); " +
		"the next start tries again"}
	NotAContact = T{"这里只能写客户,或 contacts 和编号", "name a customer, or contacts and a number"}
)
