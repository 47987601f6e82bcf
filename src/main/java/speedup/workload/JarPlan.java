package speedup.workload;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person's jar prepared, each step of which may take only so long in the app.
 *
 * @param plan of the jar
 */
record JarPlan(Prepared<Object, Object, Object> plan, JarCalls calls)
    implements Prepared<Object, Object, Object> {
  @SuppressWarnings("unchecked")
  static JarPlan around(Prepared<?, ?, ?> plan, JarCalls calls) {
    return new JarPlan((Prepared<Object, Object, Object>) plan, calls);
  }

  @Override
  public String description() {
    return calls.show("description()", plan::description);
  }

  @Override
  public List<String> notes() {
    return calls.show("notes()", plan::notes);
  }

  @Override
  public List<Stage<Object, Object>> stages() {
    return calls.show("stages()", plan::stages);
  }

  @Override
  public Optional<Flow<Object>> flow() {
    return calls.show("flow()", plan::flow);
  }

  @Override
  public Object merge(List<Object> results) {
    return calls.show("merge()", () -> plan.merge(results));
  }

  @Override
  public boolean same(Object expected, Object actual) {
    return calls.show("same()", () -> plan.same(expected, actual));
  }

  @Override
  public Optional<PythonWork<Object, Object>> inPython() {
    return calls.show("inPython()", plan::inPython);
  }

  @Override
  public String inWords(Object result) {
    return calls.show("inWords()", () -> plan.inWords(result));
  }

  @Override
  public List<Shown> show(Object result) {
    return calls.show("show()", () -> plan.show(result));
  }

  @Override
  public Map<String, Object> inValues(Object result) {
    return calls.show("inValues()", () -> plan.inValues(result));
  }
}
