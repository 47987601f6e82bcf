/** Files for people, made of runs that were kept: pages, pictures and drawings. */
package speedup.report;
