/**
 * What the processes of the stages do. Each of these files is shown beside its stage as it is, but
 * for the lines that only hold the process: the code that is read is the code that runs.
 */
package speedup.concept.script;
