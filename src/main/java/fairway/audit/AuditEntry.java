package fairway.audit;

/**
 * One entry as people read it.
 *
 * @param at    dd/MM/yyyy HH:mm:ss, Europe/London
 * @param who   name and user name; {@code Fairway} for what it did by itself
 * @param forWhom whom they stood in for; empty for nobody
 * @param what  in words
 * @param choice what was chosen, as codes; empty for nothing
 * @param about case number, line id or what else it is about
 * @param caseLink path of the case's page; null where it is about none
 * @param from  network address; empty where none was known
 */
public record AuditEntry(String at, String who, String forWhom, String what, String choice, String about, String caseLink, String from) {
}
