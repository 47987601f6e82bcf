package speedup.manager;

/** What a managed object is. */
enum Kind {
  LIST("list"),
  MAP("map"),
  SET("set"),
  NAMESPACE("namespace"),
  VALUE("value"),
  QUEUE("queue"),
  LOCK("lock"),
  SEMAPHORE("semaphore"),
  EVENT("event"),
  CONDITION("condition"),
  BARRIER("barrier");

  private final String text;

  Kind(String text) {
    this.text = text;
  }

  /**
   * A proxy.
   *
   * @param target the object itself in its own process, else null
   */
  Managed proxy(Link link, long id, Target target) {
    return switch (this) {
      case LIST -> new ManagedList<>(link, id, target);
      case MAP -> new ManagedMap<>(link, id, target);
      case SET -> new ManagedSet<>(link, id, target);
      case NAMESPACE -> new Namespace(link, id, target);
      case VALUE -> new ManagedValue<>(link, id, target);
      case QUEUE -> new ManagedQueue<>(link, id, target);
      case LOCK -> new ManagedLock(link, id, target);
      case SEMAPHORE -> new ManagedSemaphore(link, id, target);
      case EVENT -> new ManagedEvent(link, id, target);
      case CONDITION -> new ManagedCondition(link, id, target);
      case BARRIER -> new ManagedBarrier(link, id, target);
    };
  }

  /** The object itself, as the request says. */
  Target target(Request in) {
    return switch (this) {
      case LIST -> new ListTarget(in.get(1));
      case MAP -> new MapTarget();
      case SET -> new SetTarget();
      case NAMESPACE -> new NamespaceTarget();
      case VALUE -> new ValueTarget(in.get(1));
      case QUEUE -> new QueueTarget(in.number(1));
      case LOCK -> new LockTarget(in.get(1));
      case SEMAPHORE -> new SemaphoreTarget(in.number(1), in.get(2));
      case EVENT -> new EventTarget();
      case CONDITION -> new ConditionTarget(in.get(1));
      case BARRIER -> new BarrierTarget(in.number(1));
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
