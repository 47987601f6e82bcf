package speedup.concept;

import java.util.List;

/**
 * One idea, shown by real processes. Its words are in {@code speedup/concept/ID.properties}, what
 * Python would say in {@code speedup/concept/python/ID.py}. Without state: a stage is made of it
 * anew each time.
 */
public interface Concept {
  /** The variant that shows how it is meant. */
  String NORMAL = "normal";

  /** Its name on the command line and in files, such as {@code shared-memory}. */
  String id();

  /** What can be shown, {@link #NORMAL} first. Those after it show another side, or break it. */
  default List<Variant> variants() {
    return List.of(new Variant(NORMAL, false));
  }

  /**
   * Puts processes, what they share and the numbers on the stage.
   *
   * @param variant one of {@link #variants()}
   * @throws Exception when something cannot be made, such as a file
   */
  void build(StageBuilder stage, String variant) throws Exception;

  /**
   * One way of showing it.
   *
   * @param id its name on the command line
   * @param breaks whether it does on purpose what must not be done
   */
  record Variant(String id, boolean breaks) {}
}
