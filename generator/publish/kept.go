package publish

import (
	"cmp"
	"slices"
	"time"
)

// keptFile is a file of the old site that the new one hasn't, and the time of
// the build that had it no more.
type keptFile struct {
	name  string
	until time.Time
}

// keepOld keeps files of the old site that Options want, the newest first, and
// no more of them than the site itself has bytes.
func (s *stage) keepOld(o Options) error {
	room := s.result.Bytes
	for _, k := range s.unused(o) {
		data, err := s.old.ReadFile(k.name)
		if err != nil {
			// Another Write has exchanged the old site.
			continue
		}
		if room -= int64(len(data)); room < 0 {
			return nil
		}
		if err := s.keepFile(k, data); err != nil {
			return err
		}
	}
	return nil
}

// unused lists what the old site has more than the new one, as far as it may
// be kept, the newest first.
func (s *stage) unused(o Options) []keptFile {
	if s.old == nil || o.Keep == nil {
		return nil
	}
	was, _ := readManifest(s.old)
	var list []keptFile
	for _, name := range was.names() {
		until, before := was.until[name]
		if !before {
			until = o.Now
		}
		if s.hasFile(name) || !o.Keep(name, o.Now.Sub(until)) {
			continue
		}
		list = append(list, keptFile{name, until})
	}
	slices.SortFunc(list, func(a, b keptFile) int { return cmp.Or(b.until.Compare(a.until), cmp.Compare(a.name, b.name)) })
	return list
}

// keepFile makes a file of the old site part of the folder, unless the new site
// has something in its way.
func (s *stage) keepFile(k keptFile, data []byte) error {
	if _, free := s.inTheWay([]string{k.name}); free == nil {
		return nil
	}
	c := content{size: int64(len(data)), data: data}
	if err := s.enter(k.name, c.size); err != nil {
		return err
	}
	s.kept[k.name] = k.until
	_, err := s.write(k.name, c)
	return err
}
