package speedup.workload;

import java.util.Map;
import java.util.OptionalInt;

/**
 * Named settings.
 *
 * @param id such as {@code lesson}
 * @param title for people
 * @param lesson what it shows, one sentence
 * @param settings by parameter id, as text
 * @param workers worker processes, where the preset is about a number of them
 * @param chunk items in a chunk, where the preset is about that
 */
public record Preset(
    String id,
    String title,
    String lesson,
    Map<String, String> settings,
    OptionalInt workers,
    OptionalInt chunk) {
  /** Copies the settings. */
  public Preset {
    settings = Map.copyOf(settings);
  }

  /** Settings that go with any number of workers and any chunk. */
  static Preset of(String id, String title, String lesson, Map<String, String> settings) {
    return new Preset(id, title, lesson, settings, OptionalInt.empty(), OptionalInt.empty());
  }
}
