/** Forms: settings of a workload, and the parts that every form is made of. */
package speedup.ui.form;
