package speedup.workload;

import java.io.Closeable;
import java.io.IOException;

/** The items of a slice, and what a person's own method makes of them. For one thread. */
public final class OwnItems implements Closeable {
  private final ItemSlice slice;
  private final TaskWatch watch;
  private final ItemLines lines; // null where the items are numbers
  private final ItemTally tally;
  private long item;

  OwnItems(ItemSlice slice, TaskWatch watch) throws IOException {
    this.slice = slice;
    this.watch = watch;
    lines = slice.file().isEmpty() ? null : new ItemLines(slice.file(), slice.start(), slice.end());
    tally = new ItemTally(slice.from());
    item = slice.from() - 1;
  }

  /**
   * Goes to the next item; false after the last.
   *
   * @throws OwnTaskException when the item before took too long, and ended when it was told to
   */
  public boolean next() throws IOException, OwnTaskException {
    if (watch.stopped()) {
      throw new OwnTaskException(watch.sentence(item()));
    }
    item++;
    watch.turnTo(item);
    if (item >= slice.to()) {
      return false;
    }
    if (lines != null && !lines.next()) {
      throw new IOException("the file became shorter while it was read; leave it as it is");
    }
    return true;
  }

  /** The item as a whole number. */
  public long asLong() {
    return lines == null ? item : Long.parseLong(lines.text().strip());
  }

  /** The item as a whole number. */
  public int asInt() {
    return lines == null ? Math.toIntExact(item) : Integer.parseInt(lines.text().strip());
  }

  /** The item as a number. */
  public double asDouble() {
    return lines == null ? item : Double.parseDouble(lines.text().strip());
  }

  /** The item as text. */
  public String asText() {
    return lines == null ? Long.toString(item) : lines.text();
  }

  /** Takes the result of the item. */
  public void put(long result) {
    tally.add(result);
  }

  /** Takes the result of the item. */
  public void put(double result) {
    tally.add(result);
  }

  /** Takes the result of the item. */
  public void put(float result) {
    tally.add(result, Float.toString(result));
  }

  /** Takes the result of the item. */
  public void put(boolean result) {
    tally.add(result);
  }

  /** Takes the result of the item. */
  public void put(char result) {
    tally.add(String.valueOf(result));
  }

  /**
   * Takes the result of the item.
   *
   * @throws OwnTaskException when it is none of the types that can be shown and compared
   */
  public void put(Object result) throws OwnTaskException {
    switch (result) {
      case Long _, Integer _, Short _, Byte _ -> put(((Number) result).longValue());
      case Double number -> put(number.doubleValue());
      case Float number -> put(number.floatValue());
      case Boolean truth -> put(truth.booleanValue());
      case null, default -> tally.add(ResultText.of(result, item()));
    }
  }

  /** Such as {@code item 5}. */
  String item() {
    return lines == null ? "item " + item : "line " + (item + 1);
  }

  ItemResults results() {
    return tally.results();
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
    }
  }
}
