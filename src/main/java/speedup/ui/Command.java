package speedup.ui;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Something that the person can have done: by a key, in the palette, from the sheet of keys.
 *
 * @param id {@code command.ID} is its title in the messages, {@code command.ID.not} why not now
 * @param keys the keys for it; the first is the one that is shown; none where there is none
 * @param typed the character that means it where no text is typed; empty where there is none
 * @param possible whether it would do something now
 * @param action does it
 */
record Command(
    String id, List<KeyCombination> keys, String typed, BooleanSupplier possible, Runnable action) {
  Command {
    keys = List.copyOf(keys);
  }

  /** One that can always be given. */
  static Command always(String id, Runnable action, String... keys) {
    return when(id, () -> true, action, keys);
  }

  /** One that can be given at times. */
  static Command when(String id, BooleanSupplier possible, Runnable action, String... keys) {
    return new Command(
        id,
        List.of(keys).stream().map(KeyCombination::keyCombination).toList(),
        "",
        possible,
        action);
  }

  /** One that can always be given, by a character that is on another key in each country. */
  static Command typed(String id, Runnable action, String character) {
    return new Command(id, List.of(), character, () -> true, action);
  }

  /** What it is called. */
  String title() {
    return Messages.get("command." + id);
  }

  /** Why it cannot be given now, a sentence; empty where it can. */
  String whyNot() {
    if (possible.getAsBoolean()) {
      return "";
    }
    var reason = "command." + id + ".not";
    return Messages.get(Messages.bundle().containsKey(reason) ? reason : "command.not");
  }

  /** The key as it is written on this system, or empty. */
  String keyName() {
    return keys.isEmpty() ? typed : KeyNames.of(keys.getFirst());
  }

  boolean isMeant(KeyEvent event) {
    return keys.stream().anyMatch(key -> key.match(event)) && possible.getAsBoolean();
  }

  boolean isTyped(String character) {
    return !typed.isEmpty() && typed.equals(character) && possible.getAsBoolean();
  }
}
