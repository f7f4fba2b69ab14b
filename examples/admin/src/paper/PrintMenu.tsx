import PrintIcon from '@mui/icons-material/PrintOutlined';
import { Button, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { LogRef } from '../providers/data-provider.ts';
import { paperForms } from './paper-forms.ts';

/** 打印: the page as it stands, or of a case one of its forms on A4. */
export function PrintMenu({ log }: { readonly log: LogRef }) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  const printPage = () => {
    close();
    setTimeout(() => window.print()); // once the menu is gone from the page
  };
  if (log.subject) return <Button color="inherit" startIcon={<PrintIcon />} onClick={printPage}>{translate('bihuan.case.print')}</Button>;
  return (
    <>
      <Button color="inherit" startIcon={<PrintIcon />} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>{translate('bihuan.case.print')}</Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={close}>
        {paperForms.map((form) => <MenuItem key={form} component={Link} to={`/cases/${encodeURIComponent(log.id)}/print?form=${form}`} onClick={close}>{translate(`bihuan.paper.${form}`)}</MenuItem>)}
        <MenuItem onClick={printPage}>{translate('bihuan.paper.page')}</MenuItem>
      </Menu>
    </>
  );
}
