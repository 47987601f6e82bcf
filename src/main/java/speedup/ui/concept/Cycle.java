package speedup.ui.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import speedup.concept.StageState;
import speedup.concept.StageState.Kind;
import speedup.concept.StageState.SharedThing;
import speedup.ui.Messages;

/**
 * Processes that wait for each other in a circle: each for an object that the next one holds, and
 * the last for one that the first holds. A value.
 */
record Cycle(List<Link> links) {
  /** A process, and the object that it waits for. */
  record Link(String actor, String object) {}

  Cycle {
    links = List.copyOf(links);
  }

  /** The first circle of a stage, if there is one. */
  static Optional<Cycle> in(StageState state) {
    for (var actor : state.actors()) {
      var way = new ArrayList<Link>();
      if (leadsBack(state, actor.name(), way)) {
        return Optional.of(new Cycle(way));
      }
    }
    return Optional.empty();
  }

  /** Whether the way from a process leads back to the beginning of the way. */
  private static boolean leadsBack(StageState state, String actor, List<Link> way) {
    var wanted =
        state.objects().stream()
            .filter(Cycle::isForOne)
            .filter(object -> object.waiting().contains(actor))
            .findFirst();
    if (wanted.isEmpty() || way.stream().anyMatch(link -> link.actor().equals(actor))) {
      return false;
    }
    way.add(new Link(actor, wanted.get().name()));
    for (var holder : wanted.get().holders()) {
      if (holder.equals(way.getFirst().actor()) || leadsBack(state, holder, way)) {
        return true;
      }
    }
    way.removeLast();
    return false;
  }

  /** Where several may hold an object, another one of them may give it back. */
  private static boolean isForOne(SharedThing object) {
    return object.kind() == Kind.LOCK || object.kind() == Kind.SEMAPHORE && object.capacity() == 1;
  }

  /** Whether a process waits for an object as a part of it. */
  boolean waits(String actor, String object) {
    return links.contains(new Link(actor, object));
  }

  /** Whether a process holds an object that another one in it waits for. */
  boolean holds(String actor, String object) {
    for (var i = 0; i < links.size(); i++) {
      var next = links.get((i + 1) % links.size());
      if (links.get(i).object().equals(object) && next.actor().equals(actor)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a process is in it. */
  boolean has(String actor) {
    return links.stream().anyMatch(link -> link.actor().equals(actor));
  }

  /** A sentence that names all of it. */
  String inWords() {
    var waits = new ArrayList<String>();
    for (var i = 0; i < links.size(); i++) {
      var link = links.get(i);
      var holder = links.get((i + 1) % links.size()).actor();
      waits.add(Messages.get("concept.cycle.link", link.actor(), link.object(), holder));
    }
    return Messages.get("concept.cycle", String.join("; ", waits));
  }
}
