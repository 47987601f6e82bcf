package speedup.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Texts of common words with a keyword here and there, the same for the same values.
 *
 * @param count how many texts
 * @param kilobytes the size of each, in 1,000 bytes
 * @param seed where the random sequence begins
 */
record GeneratedTexts(int count, long kilobytes, long seed) implements SampleFolder.Samples {
  /** What is hidden in the texts, and the settings' default. */
  static final String KEYWORD = "needle";

  /** One in so many words is one of the rare ones. */
  private static final int RARITY = 4_096;

  private static final byte[][] RARE =
      bytes(KEYWORD + " " + KEYWORD + "s Needle NEEDLE café pin-" + KEYWORD);

  private static final byte[][] COMMON =
      bytes(
          "the of and a to in is you that it he was for on are as with his they at be this have"
              + " from or one had by word but not what all were we when your can said there use an"
              + " each which she do how their if will up other about out many then them these so"
              + " some her would make like him into time has look two more write go see number no"
              + " way could people my than first water been call who oil its now find long down"
              + " day did get come made may part hay straw farm barn field");

  private static final int LEAST_WORDS = 5;
  private static final int MORE_WORDS = 10;
  private static final int LONGEST_LINE = 200;
  private static final int LINES_BETWEEN_CHECKS = 1_024;

  private static byte[][] bytes(String words) {
    return Arrays.stream(words.split(" ")).map(word -> word.getBytes(UTF_8)).toArray(byte[][]::new);
  }

  /** What they are. */
  String inWords() {
    return Words.say(
        "%s of %,d KB with seed %d", Words.count(count, "text", "texts"), kilobytes, seed);
  }

  /** The name of their folder in the cache. */
  String folderName() {
    return Words.say("texts-%d-kb-%d-seed-%d", count, kilobytes, seed);
  }

  List<String> names() {
    return SampleFolder.names(this);
  }

  @Override
  public String name(int number) {
    return SampleFolder.name("text", number, count, "txt");
  }

  @Override
  public boolean fits(int number, Path file) throws IOException {
    return Files.size(file) == size();
  }

  private long size() {
    return 1_000 * kilobytes;
  }

  @Override
  public void write(int number, OutputStream out) throws IOException, InterruptedException {
    var random = SplitMix.mix(seed) + number;
    var line = new byte[LONGEST_LINE];
    var left = size();
    for (var lines = 0L; left > 0; lines++) {
      if (lines % LINES_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
        throw new InterruptedException();
      }
      random = SplitMix.mix(random + lines);
      var length = fill(line, random);
      if (length > left) {
        // the size is exact, and no word is cut
        length = (int) left;
        Arrays.fill(line, 0, length - 1, (byte) '.');
        line[length - 1] = '\n';
      }
      out.write(line, 0, length);
      left -= length;
    }
  }

  private static int fill(byte[] line, long random) {
    var words = LEAST_WORDS + (int) Long.remainderUnsigned(random, MORE_WORDS);
    var length = 0;
    for (var i = 1; i <= words; i++) {
      var drawn = SplitMix.number(random, i, Integer.MAX_VALUE);
      var rare = drawn % RARITY == 0;
      var from = rare ? RARE : COMMON;
      var word = from[(int) (drawn / RARITY % from.length)];
      System.arraycopy(word, 0, line, length, word.length);
      length += word.length;
      line[length++] = (byte) (i == words ? '\n' : ' ');
    }
    return length;
  }
}
