package speedup.ui.notice;

import java.util.ArrayList;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What happened of late, for a moment. The same words again are counted, and of too many the oldest
 * go, errors last. JavaFX thread only.
 */
public final class NoticeBoard {
  /** How many stand there at once. */
  public static final int MOST = 3;

  /** How grave it is. */
  public enum Kind {
    /** Good to know; goes by itself. */
    DONE,
    /** Something did not work; stays until it is closed. */
    ERROR
  }

  /**
   * Something that happened.
   *
   * @param kind how grave it is
   * @param words a sentence
   * @param times how often
   */
  public record Notice(Kind kind, String words, int times) {
    /** Checks that there is something to say. */
    public Notice {
      Objects.requireNonNull(kind, "kind");
      if (words.isBlank() || times < 1) {
        throw new IllegalArgumentException("a notice says something, at least once");
      }
    }
  }

  private final ObservableList<Notice> notices = FXCollections.observableArrayList();

  /** Empty. */
  public NoticeBoard() {}

  /** What stands there, the oldest first. */
  public ObservableList<Notice> notices() {
    return FXCollections.unmodifiableObservableList(notices);
  }

  /** Something went well. */
  public void done(String words) {
    tell(Kind.DONE, words);
  }

  /** Something did not work. */
  public void error(String words) {
    tell(Kind.ERROR, words);
  }

  private void tell(Kind kind, String words) {
    var next = new ArrayList<>(notices);
    for (var i = 0; i < next.size(); i++) {
      var there = next.get(i);
      if (there.kind() == kind && there.words().equals(words)) {
        notices.set(i, new Notice(kind, words, there.times() + 1));
        return;
      }
    }
    next.add(new Notice(kind, words, 1));
    while (next.size() > MOST) {
      next.remove(oldest(next));
    }
    notices.setAll(next);
  }

  /** The oldest of those that went well, the newest apart; else the oldest error. */
  private static Notice oldest(ArrayList<Notice> all) {
    return all.subList(0, all.size() - 1).stream()
        .filter(one -> one.kind() == Kind.DONE)
        .findFirst()
        .orElse(all.getFirst());
  }

  /** Takes one away. */
  public void close(Notice notice) {
    notices.remove(notice);
  }
}
