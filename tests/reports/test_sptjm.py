from datetime import date

from reports.sptjm import Sptjm, render_sptjm
from reports.unsur import Kutipan, Penandatangan, Rekap
from tests.reports.contoh import DASAR, INSTANSI, POTRET, TANPA_SPTJM
from tests.reports.emas import assert_golden

ISI = Sptjm(
    instansi=INSTANSI,
    potret=POTRET,
    rekap=Rekap(
        jumlah=2995, thk2=120, non_asn=2875, memenuhi=2800, tidak_memenuhi=190, belum_dinilai=5
    ),
    dasar=DASAR,
)


def test_the_draft_reads_as_agreed():
    tanggung = Kutipan(teks="pimpinan unit kerja dan PPK", sumber="B/2 butir 6")
    isi = ISI.model_copy(update={"penanggung_jawab": tanggung, "akibat": TANPA_SPTJM})
    assert_golden("sptjm.html", render_sptjm(isi).decode())


def test_a_known_signer_is_filled_in():
    siapa = Penandatangan(
        jabatan="Bupati Contoh", nama="<Nama>", nip="1", tempat="Contoh", tanggal=date(2022, 11, 1)
    )
    teks = render_sptjm(ISI.model_copy(update={"penandatangan": siapa})).decode()
    assert "Contoh, 1 November 2022" in teks
    assert "&lt;Nama&gt;" in teks
    assert "Konsep" in teks
