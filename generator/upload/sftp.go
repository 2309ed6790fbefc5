package upload

import (
	"context"
	"crypto/ed25519"
	"errors"
	"io"
	"io/fs"
	"net"
	"net/url"
	"os"
	"os/user"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"
	"golang.org/x/crypto/ssh/knownhosts"

	"sparrausopas/generator/report"
)

// SSH says who is at the other end, and who is here.
type SSH struct {
	// Password is asked for where no key of the author's opens the host.
	Password string
	// Key is the fingerprint that the author has confirmed, KeyFile where the
	// key of a confirmed host is kept.
	Key, KeyFile string
	// Home is the author's folder, in which .ssh is looked for.
	Home string
}

// secureShell is a folder of a host that speaks SFTP.
type secureShell struct {
	*sftp.Client
	folder  string
	close   func() error
	folders sync.Map // those that are there
}

// SFTP connects to the folder at an address, sftp://user@host:22/folder, until
// ctx ends. Paths begin at the root of the host; /~/ is the user's own folder.
func SFTP(ctx context.Context, address url.URL, who SSH) (Host, error) {
	if address.Port() == "" {
		address.Host = net.JoinHostPort(address.Hostname(), "22")
	}
	name := address.User.Username()
	if current, err := user.Current(); name == "" && err == nil {
		name = filepath.Base(filepath.FromSlash(strings.ReplaceAll(current.Username, `\`, "/")))
	}
	dialer := net.Dialer{Timeout: slow / 2}
	line, err := dialer.DialContext(ctx, "tcp", address.Host)
	if err != nil {
		return nil, failed(address.Hostname(), plainError(err))
	}
	stop := context.AfterFunc(ctx, func() { _ = line.Close() })
	end := func() error { stop(); return line.Close() }
	client, err := who.connect(line, address, name)
	if err != nil {
		_ = end()
		return nil, err
	}
	folder := address.Path
	if own, ok := strings.CutPrefix(folder, "/~"); ok {
		folder = "." + own
	}
	return &secureShell{Client: client, folder: path.Clean(folder), close: end}, nil
}

// connect makes sure who is at the other end, and says who is here.
func (who SSH) connect(line net.Conn, address url.URL, name string) (*sftp.Client, error) {
	check, err := who.hosts()
	if err != nil {
		return nil, err
	}
	config := &ssh.ClientConfig{User: name, Auth: who.methods(), Timeout: slow / 2, HostKeyAlgorithms: algorithms(check, address.Host, line.RemoteAddr())}
	var stranger error
	config.HostKeyCallback = func(host string, remote net.Addr, key ssh.PublicKey) error {
		stranger = who.meet(check(host, remote, key), host, key)
		return stranger
	}
	connection, channels, requests, err := ssh.NewClientConn(line, address.Host, config)
	switch {
	case stranger != nil:
		return nil, stranger
	case err != nil && strings.Contains(err.Error(), "unable to authenticate"):
		return nil, &report.Refusal{Rule: "upload-password", Values: report.Values{"address": address.Hostname(), "user": name}}
	case err != nil:
		return nil, failed(address.Hostname(), err)
	}
	client, err := sftp.NewClient(ssh.NewClient(connection, channels, requests))
	if err != nil {
		return nil, failed(address.Hostname(), err)
	}
	return client, nil
}

// methods are the ways to say who is here: the keys of the author's agent, those
// that lie in .ssh without a password of their own, and the password.
func (who SSH) methods() (all []ssh.AuthMethod) {
	var signers []ssh.Signer
	if line, err := net.Dial("unix", os.Getenv("SSH_AUTH_SOCK")); err == nil {
		if held, err := agent.NewClient(line).Signers(); err == nil {
			signers = held
		}
	}
	for _, name := range []string{"id_ed25519", "id_ecdsa", "id_rsa"} {
		text, err := os.ReadFile(filepath.Join(who.Home, ".ssh", name))
		if err != nil {
			continue
		}
		if signer, err := ssh.ParsePrivateKey(text); err == nil {
			signers = append(signers, signer)
		}
	}
	if len(signers) > 0 {
		all = append(all, ssh.PublicKeys(signers...))
	}
	if who.Password != "" {
		all = append(all, ssh.Password(who.Password), ssh.KeyboardInteractive(func(_, _ string, questions []string, _ []bool) ([]string, error) {
			answers := make([]string, len(questions))
			for i := range answers {
				answers[i] = who.Password
			}
			return answers, nil
		}))
	}
	return all
}

// hosts reads the keys of hosts that are known.
func (who SSH) hosts() (ssh.HostKeyCallback, error) {
	var files []string
	for _, name := range []string{who.KeyFile, filepath.Join(who.Home, ".ssh", "known_hosts"), "/etc/ssh/ssh_known_hosts"} {
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			files = append(files, name)
		}
	}
	check, err := knownhosts.New(files...)
	if err != nil {
		return nil, &report.Refusal{Rule: "upload-keys", Values: report.Reason(err, report.Values{"files": report.List(files)})}
	}
	return check, nil
}

// algorithms are those of the keys that are known of a host, so that it shows
// one of these; nil for all.
func algorithms(check ssh.HostKeyCallback, host string, remote net.Addr) (names []string) {
	none, err := ssh.NewPublicKey(ed25519.PublicKey(make([]byte, ed25519.PublicKeySize)))
	if err != nil {
		return nil
	}
	known, _ := errors.AsType[*knownhosts.KeyError](check(host, remote, none))
	if known == nil {
		return nil
	}
	for _, want := range known.Want {
		if kind := want.Key.Type(); kind == ssh.KeyAlgoRSA {
			names = append(names, ssh.KeyAlgoRSASHA256, ssh.KeyAlgoRSASHA512)
		} else {
			names = append(names, kind)
		}
	}
	return names
}

// meet decides on a host by what is known of it: one that is seen for the first
// time is for the author to confirm, and is known from then on; one with another
// key than before may be another host.
func (who SSH) meet(err error, host string, key ssh.PublicKey) error {
	if err == nil {
		return nil
	}
	fingerprint := ssh.FingerprintSHA256(key)
	values := report.Values{"host": host, "key": fingerprint}
	known, _ := errors.AsType[*knownhosts.KeyError](err)
	switch {
	case known == nil || len(known.Want) > 0:
		return &report.Refusal{Rule: "upload-host-changed", Values: values}
	case who.Key != fingerprint:
		return &report.Refusal{Rule: "upload-host-new", Values: values}
	}
	if err := os.MkdirAll(filepath.Dir(who.KeyFile), 0o700); err != nil {
		return err
	}
	file, err := os.OpenFile(who.KeyFile, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.WriteString(file, knownhosts.Line([]string{knownhosts.Normalize(host)}, key)+"\n")
	return errors.Join(err, file.Close())
}

func (s *secureShell) at(name string) string { return path.Join(s.folder, name) }

func (s *secureShell) Read(name string, most int64) ([]byte, error) {
	file, err := s.Open(s.at(name))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, most))
}

func (s *secureShell) Write(name string, from io.Reader, _ int64) error {
	place, fresh := s.at(name), s.at(freshName(name))
	if _, there := s.folders.Load(path.Dir(place)); !there {
		if err := s.MkdirAll(path.Dir(place)); err != nil {
			return err
		}
		s.folders.Store(path.Dir(place), true)
	}
	file, err := s.OpenFile(fresh, os.O_WRONLY|os.O_CREATE|os.O_TRUNC)
	if err != nil {
		return err
	}
	_, err = file.ReadFrom(from)
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	if _, can := s.HasExtension("posix-rename@openssh.com"); can {
		return s.PosixRename(fresh, place)
	}
	// Such a host can't replace a file in one step.
	if err := s.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return s.Rename(fresh, place)
}

func (s *secureShell) Remove(name string) error { return s.Client.Remove(s.at(name)) }

func (s *secureShell) Close() error { return errors.Join(s.Client.Close(), s.close()) }
