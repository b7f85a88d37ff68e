package fairway.correspondence;

import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface DocumentRepository extends JpaRepository<Document, Long> {

    Optional<Document> findByBusinessKeyAndKindAndFileNameAndSha256(String businessKey, String kind, String fileName, String sha256);

    /** Keeps the bytes unless they are kept already. */
    @Modifying
    @Query(value = "insert into document_content (sha256, content) values (?1, ?2) on conflict do nothing", nativeQuery = true)
    void keep(String sha256, byte[] content);

    /** As {@link #keep}, sealed; bytes that are kept plain already are sealed from now on. */
    @Modifying
    @Query(value = "insert into document_content (sha256, sealed_content) values (?1, ?2) "
            + "on conflict (sha256) do update set sealed_content = excluded.sealed_content, content = null where document_content.content is not null", nativeQuery = true)
    void keepSealed(String sha256, byte[] sealed);

    @Query(value = "select sealed_content from document_content where sha256 = ?1", nativeQuery = true)
    byte[] sealedContent(String sha256);

    @Query(value = "select content from document_content where sha256 = ?1", nativeQuery = true)
    byte[] content(String sha256);
}
