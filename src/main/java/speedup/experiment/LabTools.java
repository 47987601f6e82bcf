package speedup.experiment;

/**
 * What a lab has at hand for every experiment.
 *
 * @param pools the shared pool and fresh ones
 * @param python the machine's Python
 * @param sizer finds sizes that were left open
 * @param input checks settings and prepares input
 */
record LabTools(PoolSource pools, PythonSource python, Sizer sizer, InputRoom input) {}
