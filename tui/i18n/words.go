// Package i18n is the catalogue of every sentence of the screens. A language is
// a value of one struct, so that the compiler and a test see what is missing;
// there is no fallback from one to the other.
package i18n

import (
	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// Words is the catalogue. Names of fields and values, and the reasons of rows,
// are in model/label; here is what the program itself says. A %s or %d is
// filled in where the sentence is used.
type Words struct {
	Lang      label.Lang
	Private   bool            // private data is masked on the screens, see Show
	Planned   *model.Settings // by whose calendar dates are planned, see Day; nil until they are read
	Kit       kit.Words
	App       App
	Keys      Keys
	Today     Today
	Customers Customers
	Card      Card
	Journal   Journal
	Money     Money
	Owed      Receivables
	Ordering  Ordering
	Orders    Orders
	OEM       OEM
	Lists     Lists
	Merge     Merge
	Import    Import
	Export    Export
	SaveAs    SaveAs
	Settings  Settings
	QuickAdd  QuickAdd
	Copying   Copying
	Errors    Errors
}

// App is the frame around the screens.
type App struct {
	Name                    string
	TabToday, TabCustomers  string
	TooSmall                string // columns, rows
	ReadOnly                string
	Said                    string // what happened, time; with the key that takes it back
	Undone, Redone          string // the act
	NotUndone, NotRedone    string // the act, all of which was changed since
	KeptParts               string // how many records
	IMEOn                   string
	MouseOff, MouseOn       string
	CalendarUnknown         string // year
	GroupScreen, GroupEvery string // headings of the help
	SwitchLanguage          string
	Import                  string
}

// Keys names what keys do everywhere.
type Keys struct {
	Back, Quit, Help, Palette, Undo, Redo, Mouse, NextTab, PrevTab, Move, Page, Ends string
}

// Today is the first tab.
type Today struct {
	Today, Tomorrow, Week            string
	DoneOf                           string
	Customer, Grade, What, Why, Late string
	WhatWidth, LateWidth             int
	Open, NextSpan, PrevSpan         string
	NextKind, PrevKind               string
	MenuTitle                        string // customer, what
	ThenNext, ThenRetry              string // date
	Ticked, Snoozed                  string // until
	NoCustomers, NothingAhead        string
	NothingDue                       string // tomorrow, this week
	Read                             string
}

// Customers is the second tab.
type Customers struct {
	Title, TitleArchived              string
	SearchHint                        string
	Search, ToList, ClearSearch       string
	Open, Sort, Ascending, Descending string
	ShowArchived, HideArchived        string
	None, NoArchived, NotFound        string // what was searched for
	Count                             string // how many
	Read                              string
	Export, ExportTitle               string
	Exported                          string // how many, file
}

// Card is the customer's card and its forms.
type Card struct {
	Open, Nobody, Archived                 string
	Next, Timeline, Changes                string
	NextOn, Retry, RetryRule, Wants        string
	NothingPlanned, NoEntries, MoreEntries string
	NoCase                                 string
	Inferred                               string
	Undone                                 string
	GradeOf                                string // grade
	Log, LogTitle                          string // customer, grade
	Logged                                 string // customer, date
	LoggedNoNext                           string // customer
	Add, AddTitle, AddedCustomer           string // customer
	Edit, EditTitle, SavedCustomer         string // customer
	EditEntry, RemoveEntry, EntryTitle     string
	SavedEntry, RemovedEntry               string
	SetGrade, GradeTitle, Graded           string // customer, grade
	Accept                                 string // grade
	Snooze, SnoozeTitle, Snoozed           string // customer, date
	Tick, Ticked                           string // customer
	Axes, Known                            string
	Greet, Greeted                         string
	GreetWhom, GreetMore                   string // how many
	CloseCase, CloseTitle, ClosedCase      string // situation
	Archive, Unarchive                     string
	ArchivedCustomer, UnarchivedCustomer   string // customer
	Confirm, Confirmed                     string
	Reason, ReasonNeeded, Optional         string
	ReferrerHint                           string
	ReadDraft, KeepDraft                   string
	DraftBack, DraftKept                   string
	DraftOffer, RestoreDraft               string
	DraftBoth                              string // what stands there now
	DraftBackBoth                          string // how many fields were changed elsewhere too
	Items, NewItem, RemoveItem             string
	SavedItem, RemovedItem                 string // the kind of record
	ExportForm, ExportTitle                string // customer
	ExportedForm                           string // file
	Brought                                string
}

// Settings is the settings' screen, and the mask that one of them is.
type Settings struct {
	Title, Default, Saved         string // the default
	Reset                         string
	Unsaved, SaveNow, Leave, GoOn string
	Mask, MaskOn, MaskOff         string
}

// QuickAdd is a customer in one line.
type QuickAdd struct {
	Title, Hint, How        string
	Inferred                string
	OneLine                 string // how many lines were not taken
	SameName                string // the number of another customer of the name
	Known, KnownTitle       string // the customers' names
	OpenThat, Another, Back string // the customer's name
}

// SaveAs asks where a file goes.
type SaveAs struct {
	To, Hint, Exists string
}

// Errors explain what went wrong and what to do.
type Errors struct {
	Failed string // what was attempted, why
}

// Of is the catalogue of a language.
func Of(l label.Lang) Words {
	if l == label.EN {
		return english()
	}
	return chinese()
}
