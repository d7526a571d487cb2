package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"os"
	"sync"

	"genjin/model"
)

// openHere counts how often a file is open in this program: SQLite's locks on it
// go when anybody else in the program closes it, so nobody looks into it then.
var openHere = struct {
	sync.Mutex
	of map[string]int
}{of: map[string]int{}}

func countOpen(path string, by int) (before int) {
	openHere.Lock()
	defer openHere.Unlock()
	before = openHere.of[path]
	openHere.of[path] += by
	return before
}

// lookBack finds out, before a file is opened, whether the program that had it
// open ended abruptly, and whether what was written ahead since is as it was
// written. While another program has the file open there is nothing to tell.
func lookBack(path string) (unclean, lost bool) {
	index, err := os.Stat(path + "-shm")
	log, logErr := os.Stat(path + "-wal")
	if err != nil && (logErr != nil || log.Size() == 0) || err == nil && index.Size() > 0 && heldByOthers(path+"-shm") {
		return false, false
	}
	ahead, _ := os.ReadFile(path + "-wal")
	shared, _ := os.ReadFile(path + "-shm")
	return len(ahead) > 0, lostAhead(ahead, shared)
}

// The layout of SQLite's write-ahead log, and of the index to it that programs
// share.
const (
	walHead   = 32
	frameHead = 24
	indexHead = 136
)

// lostAhead reports whether changes that were acknowledged are missing in what was
// written ahead: the index knows of more, or a change lies behind a damaged one.
func lostAhead(ahead, index []byte) bool {
	sound, behind := soundFrames(ahead)
	if behind {
		return true
	}
	if len(index) < indexHead || index[12] != 1 {
		return false
	}
	known := binary.NativeEndian.Uint32(index[16:])
	stored := binary.NativeEndian.Uint32(index[96:]) // what of it is in the database already
	if known <= max(sound, stored) {
		return false
	}
	// Of another generation of the log it knows nothing.
	return len(ahead) < walHead || string(index[32:40]) == string(ahead[16:24]) || sound == 0
}

// soundFrames is how many frames of a log make whole changes, and whether one lies
// behind a damaged frame.
func soundFrames(ahead []byte) (sound uint32, behind bool) {
	if len(ahead) < walHead {
		return 0, false
	}
	order := binary.ByteOrder(binary.LittleEndian)
	if binary.BigEndian.Uint32(ahead)&1 == 1 {
		order = binary.BigEndian
	}
	page := int(binary.BigEndian.Uint32(ahead[8:]))
	one, two := walSum(order, ahead[:24], 0, 0)
	if page < 512 || page > 65536 || one != binary.BigEndian.Uint32(ahead[24:]) || two != binary.BigEndian.Uint32(ahead[28:]) {
		return 0, false
	}
	broken := false
	for n, rest := uint32(1), ahead[walHead:]; len(rest) >= frameHead+page; n, rest = n+1, rest[frameHead+page:] {
		ours := string(rest[8:16]) == string(ahead[16:24])
		commit := binary.BigEndian.Uint32(rest[4:]) != 0
		if !broken {
			one, two = walSum(order, rest[:8], one, two)
			one, two = walSum(order, rest[frameHead:frameHead+page], one, two)
			broken = !ours || one != binary.BigEndian.Uint32(rest[16:]) || two != binary.BigEndian.Uint32(rest[20:])
			if !broken && commit {
				sound = n
			}
			if broken && !ours {
				return sound, false // left by an earlier generation of the log
			}
			continue
		}
		if ours && commit {
			return sound, true
		}
	}
	return sound, false
}

// walSum is SQLite's checksum over some bytes, after those before.
func walSum(order binary.ByteOrder, b []byte, one, two uint32) (uint32, uint32) {
	for ; len(b) >= 8; b = b[8:] {
		one += order.Uint32(b) + two
		two += order.Uint32(b[4:]) + one
	}
	return one, two
}

// Trouble is what is wrong with the file as a whole: model.ErrDamaged, after which
// it is read only, or model.ErrLogLost. After an abrupt end it looks at every page,
// once; that takes a while.
func (s *Store) Trouble(ctx context.Context) error {
	if s.spoilt.Load() {
		return model.ErrDamaged
	}
	if s.unclean && !s.looked.Swap(true) {
		wrong, err := textsOf(ctx, s.db, "SELECT quick_check FROM pragma_quick_check WHERE quick_check <> 'ok' LIMIT 1")
		if isDamage(err) || len(wrong) > 0 {
			s.spoilt.Store(true)
			return model.ErrDamaged
		}
	}
	if s.lost {
		return model.ErrLogLost
	}
	return nil
}

// openDamaged opens a file of which a part can't be read, to read the rest.
func (s *Store) openDamaged(ctx context.Context) error {
	if err := s.db.Close(); err != nil {
		return err
	}
	s.place.log = false // the last one to leave takes it away
	s.files = &connector{dsn: dsn(s.path, readable), moved: s.place.moved}
	s.db = sql.OpenDB(s.files)
	s.db.SetMaxOpenConns(4)
	s.spoilt.Store(true)
	if _, _, err := s.missing(ctx, s.db); err != nil {
		return err
	}
	_, err := s.Settings(ctx)
	_ = s.settleOwn(ctx) // there is nothing to undo in a file that is read only
	return err
}
