package speedup.ui.form;

import java.util.function.Function;
import javafx.util.StringConverter;

/** What is written for the values of a list that a person chooses from. */
public final class ListWords<T> extends StringConverter<T> {
  private final Function<T, String> words;
  private final String none;

  /**
   * Words for values, and an empty text where none is chosen.
   *
   * @param words of a value, which is never null
   */
  public ListWords(Function<T, String> words) {
    this(words, "");
  }

  /**
   * Words for values.
   *
   * @param words of a value, which is never null
   * @param none what is written where none is chosen
   */
  public ListWords(Function<T, String> words, String none) {
    this.words = words;
    this.none = none;
  }

  @Override
  public String toString(T value) {
    return value == null ? none : words.apply(value);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("the list is chosen from, not typed into");
  }
}
