package i18n

import (
	"genjin/model/label"
	"genjin/tui/kit"
)

func english() Words {
	return Words{
		Lang: label.EN,
		Kit: kit.Words{
			HelpTitle: "Keys", PaletteTitle: "Commands", PaletteHint: "name, pinyin or initials", NoMatch: "nothing found", Full: "at most %d characters, the rest was left out",
			Nothing: "nothing", Table: "another table",
			NextField: "next", PrevField: "previous", NewLine: "new line", Save: "save", Cancel: "leave", Choose: "choose", Move: "move", Scroll: "scroll", Close: "close",
			DropLine: "drop the line", Tick: "tick", Take: "take", MoveUp: "move up", MoveDown: "move down",
			Open: "open", Back: "back", NextSection: "next section", PrevSection: "previous section", Search: "search", ToList: "to the list",
			ClearSearch: "clear search", ClearFilter: "clear filter", NotFound: "Nothing found for “%s”\n\nesc clears the search",
			NothingLeft: "Nothing fits: %s\n\nesc clears the filter, f changes it",
			Select:      "select", SelectAll: "select all", SelectNone: "select none", Selected: "%d selected", Many: "bulk", ManyTitle: "%d selected",
		},
		App: App{
			Name: "genjin", TabToday: "Today", TabCustomers: "Customers",
			TooSmall: "The window is too small: 60 columns by 15 rows are needed, these are %d by %d",
			ReadOnly: "Read-only: the file can't be written, changes will not be kept",
			Said:     "%s %s · u undoes",
			Undone:   "undone: %s", Redone: "redone: %s", KeptParts: "; %d changed since were kept",
			NotUndone: "not undone, all of it was changed since: %s", NotRedone: "not redone, all of it was changed since: %s",
			IMEOn:    "The input method is on, letters don't arrive: use arrows, enter, digits, ctrl+l to log, F1 for keys",
			MouseOff: "The terminal has the mouse, select text; F8 takes it back", MouseOn: "The mouse is back",
			CalendarUnknown: "The holidays of %d are not published yet: those named by law count; add days in the settings",
			GroupScreen:     "This page", GroupEvery: "Everywhere", SwitchLanguage: "Switch to 中文",
			Import: "import a file",
		},
		Keys: Keys{
			Back: "back", Quit: "quit", Help: "keys", Palette: "commands", Undo: "undo", Redo: "redo", Mouse: "mouse to the terminal",
			NextTab: "next tab", PrevTab: "previous tab", Move: "move", Page: "page", Ends: "first, last",
		},
		Today: Today{
			Today: "Today", Tomorrow: "Tomorrow", Week: "7 days", DoneOf: "done",
			Customer: "Customer", Grade: "G", What: "What", Why: "Why", Late: "Late", WhatWidth: 11, LateWidth: 6,
			Open: "open", NextSpan: "tomorrow, 7 days", PrevSpan: "previous span", NextKind: "next kind", PrevKind: "previous kind",
			MenuTitle: "%s  %s", ThenNext: ", next %s", ThenRetry: ", again %s", Ticked: "done", Snoozed: "snoozed until %s",
			NoCustomers:  "No customers yet\n\ni or ctrl+o  import the sheet you have\nn or ctrl+n  add a customer\n\nHave a look first? Run genjin demo",
			NothingAhead: "Nothing planned for these days",
			NothingDue:   "All done for today\n\nTomorrow %d, in 7 days %d\ntab shows tomorrow",
			Read:         "Reading today",
		},
		Customers: Customers{
			Title: "Customers", TitleArchived: "Archived", SearchHint: "name, phone, pinyin or initials", Search: "search", ToList: "to the list", ClearSearch: "clear search",
			Open: "open", Sort: "sort", Ascending: "ascending", Descending: "descending", ShowArchived: "show archived", HideArchived: "show current",
			None:       "No customers yet\n\ni or ctrl+o  import the sheet you have\nn or ctrl+n  add a customer",
			NoArchived: "Nobody is archived", NotFound: "Nobody found for “%s”\n\nesc clears the search, n adds a customer", Count: "%d customers", Read: "Reading customers",
			Export: "export list", ExportTitle: "Export list (%d customers)", Exported: "%d customers exported to %s",
		},
		Journal: englishJournal(),
		Money:   englishMoney(), Owed: englishReceivables(), OEM: englishOEM(),
		Ordering: englishOrdering(), Orders: englishOrders(),
		Card: Card{
			Brought: "Brought by them",
			Open:    "Opening the customer", Nobody: "No customer chosen", Archived: "archived",
			Next: "Plan", Timeline: "Journal", Changes: "Changes",
			NextOn: "Next", Retry: "Retry", RetryRule: "again on the next working day", Wants: "Wants", NothingPlanned: "nothing planned",
			NoEntries: "no journal entries yet", NoCase: "nothing of this customer waits to be closed", MoreEntries: "older entries are not shown",
			Inferred: "Worked out by the import, please check: ", Undone: "(undone)", GradeOf: "grade %s",
			Log: "log", LogTitle: "Log  %s  %s", Logged: "%s logged, next %s", LoggedNoNext: "%s logged",
			Add: "new customer", AddTitle: "New customer", AddedCustomer: "%s added",
			Edit: "edit", EditTitle: "Edit  %s", SavedCustomer: "%s saved",
			EditEntry: "edit a journal entry", RemoveEntry: "remove a journal entry", EntryTitle: "Edit journal entry", SavedEntry: "entry saved", RemovedEntry: "entry removed",
			SetGrade: "grade", GradeTitle: "Grade  %s", Graded: "%s is now %s", Accept: "regrade to %s",
			Snooze: "snooze", SnoozeTitle: "Snooze  %s", Snoozed: "%s snoozed until %s",
			Axes: "Urgency", Known: "Card",
			Greet: "copy a greeting", Greeted: "paste it into a message", GreetWhom: "customers to greet", GreetMore: "the first %d of them",
			Tick: "done", Ticked: "%s done", CloseCase: "close case", CloseTitle: "Close  %s", ClosedCase: "case closed",
			Archive: "archive", Unarchive: "unarchive", ArchivedCustomer: "%s archived", UnarchivedCustomer: "%s is back",
			Confirm: "guesses are right", Confirmed: "confirmed", Reason: "Reason", ReasonNeeded: "say why in a few words", Optional: "optional",
			ReferrerHint: "name, phone or #id of who brought them",
			ReadDraft:    "Reading the draft", KeepDraft: "Keeping the draft", DraftBack: "draft restored", DraftKept: "draft kept",
			DraftOffer: "Restore the draft? ctrl+r", RestoreDraft: "restore draft",
			DraftBoth: "changed elsewhere to \"%s\"", DraftBackBoth: "draft restored; %d changed elsewhere too, shown beside",
			Items: "contacts, visit preparation and so on", NewItem: "add", RemoveItem: "remove", SavedItem: "%s saved", RemovedItem: "%s removed",
			ExportForm: "export form", ExportTitle: "Export form  %s", ExportedForm: "exported to %s",
		},
		Lists: englishLists(), Merge: englishMerge(),
		Import: englishImport(), Export: englishExport(),
		Settings: Settings{
			Title: "Settings", Default: "default %s", Reset: "default", Saved: "settings saved",
			Unsaved: "There are changes not saved yet", SaveNow: "save", Leave: "leave without saving", GoOn: "go on",
			Mask: "mask or show private data", MaskOn: "private data is masked, F9 shows it", MaskOff: "private data is shown, F9 masks it",
		},
		Copying: englishCopying(),
		QuickAdd: QuickAdd{
			Title: "Quick add", Hint: "Mr Dong 15935946108 3人 wants a trade-in #walk-in @A +3d",
			How:      "The name first, then in any order: phone  3人 (party)  #source or #tag  @grade or @class  +3d or friday (next); all else is the interest",
			Inferred: "(inferred)", SameName: "; #%d has the same name", Known: "the phone is known: %s", KnownTitle: "The phone is known",
			OneLine:  "one line is one customer: the first was taken, %d more were not; import a file (ctrl+o) to add several",
			OpenThat: "open %s", Another: "add another", Back: "back",
		},
		SaveAs: SaveAs{To: "Save as", Hint: "a path that ends in .xlsx, .csv, .json or the like", Exists: "there is such a file, choose another name"},
		Errors: Errors{
			Failed: "%s failed: %s",
		},
	}
}
