package fairway.onetoone;

import org.springframework.data.repository.Repository;

interface KeptSupportRepository extends Repository<KeptSupport, Long> {

    KeptSupport save(KeptSupport support);
}
