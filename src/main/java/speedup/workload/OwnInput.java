package speedup.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The items of a person's own task.
 *
 * @param count how many
 * @param file where they are the lines; null where they are numbers
 * @param starts where each line begins, and at last where the file ends; null with numbers
 * @param badLines how many lines are not all UTF-8
 */
record OwnInput(long count, Path file, NumberList starts, long badLines) {
  private static final String PARAMETER = "items";
  private static final int MOST_LINES = 10_000_000;
  private static final int LINES_BETWEEN_REPORTS = 10_000;

  static OwnInput numbers(long count) {
    return new OwnInput(count, null, null, 0);
  }

  /**
   * Looks where the lines of a file are.
   *
   * @param kind what each of them has to be
   */
  static OwnInput lines(Path file, ItemKind kind, Preparation preparation)
      throws InputException, InterruptedException {
    var size = UsableFile.check(file, PARAMETER, "text file", "with one item on each line");
    var detail = "reading " + Words.file(file.getFileName());
    try (var lines = new ItemLines(file.toString(), 0, size)) {
      var starts = new NumberList();
      starts.add(0);
      var badLines = 0L;
      while (lines.next()) {
        check(file, lines, starts.size(), kind);
        badLines += lines.isUtf8() ? 0 : 1;
        starts.add(lines.position());
        if (starts.size() % LINES_BETWEEN_REPORTS == 0) {
          preparation.progress((double) lines.position() / size, detail);
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
        }
      }
      return new OwnInput(starts.size() - 1L, file.toAbsolutePath(), starts, badLines);
    } catch (IOException e) {
      throw UsableFile.unreadable(file, PARAMETER, e);
    }
  }

  private static void check(Path file, ItemLines lines, long number, ItemKind kind)
      throws InputException {
    if (number > MOST_LINES) {
      throw new InputException(
          PARAMETER,
          "%s has more than %s; choose a smaller file"
              .formatted(Words.file(file), Words.count(MOST_LINES, "line", "lines")));
    }
    if (!kind.fits(lines.text())) {
      throw new InputException(
          PARAMETER,
          "line %s of %s is no number (%s), and the task takes one; correct it, or let the task take a String"
              .formatted(Words.number(number), Words.file(file), Words.quote(lines.text())));
    }
  }

  Stage<ItemSlice, ItemResults> stage(OwnTask task) {
    return new ItemStage(this, task);
  }

  String inWords() {
    return file == null
        ? Words.say("the numbers 0 to %,d", count - 1)
        : "%s of %s".formatted(Words.count(count, "line", "lines"), Words.file(file.getFileName()));
  }

  /** What an item is called: its number, or its line's. */
  String label(int item) {
    return file == null ? Integer.toString(item) : "line " + (item + 1);
  }

  List<String> notes() {
    return badLines == 0
        ? List.of()
        : List.of(
            "%s not UTF-8; what cannot be read there reaches the task as \"\uFFFD\""
                .formatted(Words.count(badLines, "line is", "lines are")));
  }

  private record ItemStage(OwnInput input, OwnTask task) implements Stage<ItemSlice, ItemResults> {
    @Override
    public long items() {
      return input.count;
    }

    @Override
    public ItemSlice slice(long from, long to) {
      return input.file == null
          ? ItemSlice.numbers(from, to)
          : new ItemSlice(
              from,
              to,
              input.file.toString(),
              input.starts.get((int) from),
              input.starts.get((int) to));
    }
  }
}
