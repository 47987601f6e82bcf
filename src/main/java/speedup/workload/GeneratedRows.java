package speedup.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/**
 * Rows of made-up orders in a database.
 *
 * @param count how many
 * @param seed where the random sequence begins
 */
record GeneratedRows(long count, long seed) {
  private static final String[] LEXICON = {
    "rye",
    "bread",
    "plain",
    "roll",
    "poppy",
    "seed",
    "sweet",
    "bun",
    "dark",
    "loaf",
    "butter",
    "croissant",
    "salt",
    "pretzel",
    "apple",
    "cake"
  };
  private static final int LEAST_WORDS = 20;
  private static final int MORE_WORDS = 20;
  private static final int STEP = 1_000;

  /** What they are, in words. */
  String inWords() {
    return Words.say("%s of seed %d", Words.count(count, "generated row", "generated rows"), seed);
  }

  String fileName() {
    return "pipeline-source-%d-seed-%d.db".formatted(count, seed);
  }

  private String text(long row) {
    var bits = SplitMix.mix(SplitMix.mix(seed) + (row + 1) * SplitMix.GAMMA);
    var text = new StringBuilder();
    var words = LEAST_WORDS + (int) (bits & 0xFF) % MORE_WORDS;
    for (var i = 0; i < words; i++) {
      bits = SplitMix.mix(bits + SplitMix.GAMMA);
      text.append(LEXICON[(int) (bits & LEXICON.length - 1)]).append(' ');
    }
    return text.append(bits >>> 48).toString();
  }

  /** Whether a file that was read through has these rows and no others. */
  boolean isIn(SourceSurvey survey) {
    if (survey.rows() != count) {
      return false;
    }
    var checksum = 0L;
    for (var row = 0L; row < count; row++) {
      checksum += RowBatch.checksum(row + 1, text(row), 0);
    }
    return checksum == survey.checksum();
  }

  /**
   * Makes the database, whole or not at all; it takes the place of what is there.
   *
   * @param library what {@link Sqlite#unpack} gave
   * @throws IOException when writing fails; nothing half-written is left
   */
  void write(String library, Path to, Preparation preparation)
      throws IOException, InterruptedException {
    try (var folder = RunFolder.in(to.toAbsolutePath().getParent())) {
      var aside = folder.newFile();
      fill(library, aside, "writing " + Words.file(to.getFileName()), preparation);
      folder.move(aside, to);
    } catch (SQLException e) {
      throw new IOException(Words.file(to) + " " + Sqlite.problem(e), e);
    }
  }

  private void fill(String library, Path file, String detail, Preparation preparation)
      throws SQLException, InterruptedException {
    var config = new SQLiteConfig();
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    try (var connection = Sqlite.open(library, file.toString(), config);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE items(id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
      connection.setAutoCommit(false);
      try (var insert = connection.prepareStatement("INSERT INTO items VALUES(?, ?)")) {
        for (var row = 0L; row < count; row++) {
          insert.setLong(1, row + 1);
          insert.setString(2, text(row));
          insert.executeUpdate();
          if (row % STEP == 0) {
            if (Thread.interrupted()) {
              throw new InterruptedException();
            }
            preparation.progress((double) row / count, detail);
          }
        }
      }
      connection.commit();
    }
    preparation.progress(1, detail);
  }

  /**
   * The rows in the cache, made unless they are there already.
   *
   * @throws InputException when they cannot be made
   */
  SourceSurvey keep(String library, Path file, int batch, Preparation preparation)
      throws InputException, InterruptedException {
    if (Files.isRegularFile(file)) {
      try {
        var kept = SourceSurvey.of(library, file, batch, null, preparation);
        if (isIn(kept)) {
          return kept;
        }
      } catch (InputException e) {
        if (e.parameter().isPresent()) {
          throw e; // it is not the file
        }
        preparation.progress(0, "making it again: " + e.getMessage());
      }
    }
    try {
      write(library, file, preparation);
    } catch (IOException e) {
      throw new InputException(
          null,
          "the source cannot be made (%s); make room there, or give a database of your own"
              .formatted(NumberFile.reason(e)));
    }
    return SourceSurvey.of(library, file, batch, null, preparation);
  }
}
