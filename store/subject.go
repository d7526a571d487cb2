package store

import (
	"context"
	"database/sql"
	"io"

	"genjin/model"
	"genjin/model/label"

	"genjin/store/files"
)

// subjectWriter writes everything that is kept about one person, for that person.
func (s *Store) subjectWriter(ctx context.Context, e model.Export, lang label.Lang, format string) (int, func(io.Writer) error, error) {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return 0, nil, err
	}
	defer tx.Rollback()
	p, err := s.person(ctx, tx, e.Subject)
	if err != nil {
		return 0, nil, err
	}
	set, err := s.settings(ctx, tx)
	if err != nil {
		return 0, nil, err
	}
	f := files.Subject{SubjectFile: model.SubjectFile{Name: p.name, Whole: model.Records{}, Drafts: map[string]map[string]string{}},
		Lang: lang, Today: s.today(), Company: set.CompanyName}
	n := 0
	for _, k := range model.Kinds {
		if theirs := p.theirs(k); theirs != "" {
			if err := each(ctx, tx, k, "WHERE "+theirs+" ORDER BY id", func(rec any) { f.Whole.Add(k.Record, rec); n++ }); err != nil {
				return 0, nil, err
			}
		}
	}
	if f.Traces, err = s.traces(ctx, tx, p); err != nil {
		return 0, nil, err
	}
	for _, form := range f.Traces.Drafts {
		if f.Drafts[form], err = s.Draft(ctx, form); err != nil {
			return 0, nil, err
		}
	}
	if f.Changes, err = s.changesAbout(ctx, p); err != nil {
		return 0, nil, err
	}
	if format == "json" {
		return n, f.WriteJSON, nil
	}
	return n, f.WriteHTML, nil
}

// changesAbout is what the log tells of a person, the newest first.
func (s *Store) changesAbout(ctx context.Context, p *person) (all []model.Change, err error) {
	const most = 1 << 20
	for _, card := range p.cards {
		some, err := s.Changes(ctx, card, most)
		if err != nil {
			return nil, err
		}
		for _, c := range some {
			if p.Contact == 0 || c.Record == contacts.name && c.RecordID == p.Contact {
				all = append(all, c)
			}
		}
	}
	return all, nil
}
