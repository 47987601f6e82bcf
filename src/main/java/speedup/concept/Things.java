package speedup.concept;

import java.util.List;
import speedup.concept.StageState.SharedThing;

/** What is shared, as it is at a moment, and who is at it. */
final class Things {
  private Things() {}

  static SharedThing look(StageScript.Thing thing, List<Player> players) {
    var now = thing.now().get();
    return new SharedThing(
        thing.name(),
        thing.kind(),
        now.value(),
        now.items(),
        now.capacity(),
        players.stream().filter(one -> one.holds(thing.name())).map(Player::name).toList(),
        players.stream().filter(one -> one.waitsFor(thing.name())).map(Player::name).toList());
  }
}
