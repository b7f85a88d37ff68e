package fairway.onetoone;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface NoteRepository extends Repository<Note, Long> {

    Note save(Note note);

    Optional<Note> findById(long id);

    List<Note> findAllByColleagueOrderByHeldOnDescIdDesc(String colleague);

    Optional<Note> findByOneToOneId(long oneToOneId);

    @Query("select max(n.heldOn) from Note n where n.lineId = :lineId")
    Optional<LocalDate> findLastHeld(long lineId);

    @Query("""
            select new fairway.onetoone.Example(e.id, e.colleague, e.observedOn, e.kind, e.expected, e.happened, e.cause, e.raised, n.id, n.heldOn)
            from KeptExample e join Note n on n.id = e.noteId where e.colleague = :colleague order by e.observedOn, e.id""")
    List<Example> findExamplesOf(String colleague);

    @Query("""
            select new fairway.onetoone.SupportRecord(s.id, s.colleague, s.givenOn, s.kind, s.what, s.declined, s.noteId)
            from KeptSupport s where s.colleague = :colleague order by s.givenOn, s.id""")
    List<SupportRecord> findSupportOf(String colleague);
}
